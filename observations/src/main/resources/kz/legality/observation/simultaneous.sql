-- IMEIs that two operators saw on the same day, each with a subscriber of its own, on several days.
-- Source: DOMAIN.md 3, rule R6a. Operators send days, not hours: one such day may be a changed SIM, several are not.
-- Parameters: $end, last day; $days, length of the window; $threshold, fewest such days.
WITH shared AS (
    SELECT imei FROM archive SEMI JOIN focus USING (imei)
    WHERE imei IS NOT NULL AND imsi >= 10000000000000 AND day > $end - INTERVAL ($days) DAY AND day <= $end
    GROUP BY imei HAVING min(operator) <> max(operator)),
used AS (
    SELECT imei, day, imsi, operator, filename FROM archive SEMI JOIN shared USING (imei)
    WHERE imsi >= 10000000000000 AND day > $end - INTERVAL ($days) DAY AND day <= $end),
hits AS (
    SELECT imei, count(*) AS sharedDays
    FROM (SELECT imei, day FROM used GROUP BY imei, day
          HAVING min(operator) <> max(operator)
             AND count(DISTINCT imsi) > 1 AND count(DISTINCT (operator, imsi)) = count(DISTINCT imsi))
    GROUP BY imei HAVING count(*) >= $threshold)
SELECT imei, sharedDays * 1000 AS measured, count(*) AS rows, list(DISTINCT filename) AS files
FROM used JOIN hits USING (imei)
GROUP BY ALL
ORDER BY imei;
