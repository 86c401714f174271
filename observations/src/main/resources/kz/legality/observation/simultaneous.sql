-- IMEIs that two operators saw on the same day, each with a subscriber of its own, on several days.
-- Source: DOMAIN.md 3, rule R6a. Operators send days, not hours: one such day may be a changed SIM, several are not.
-- Parameters: $first and $end, first and last day on which a window of $days may end, by its last day seen
-- not before $since; $threshold, fewest such days.
WITH shared AS (
    SELECT imei FROM archive
    WHERE imei IS NOT NULL AND imsi >= 10000000000000 AND day > $first - INTERVAL ($days) DAY AND day <= $end
    GROUP BY imei HAVING min(operator) <> max(operator)),
used AS (
    SELECT imei, day, imsi, operator, part FROM archive SEMI JOIN shared USING (imei)
    WHERE imsi >= 10000000000000 AND day > $first - INTERVAL ($days) DAY AND day <= $end),
windows AS (
    SELECT imei, day AS until,
           count(*) OVER (PARTITION BY imei ORDER BY day
                          RANGE BETWEEN INTERVAL ($days - 1) DAY PRECEDING AND CURRENT ROW) AS sharedDays
    FROM (SELECT imei, day FROM used GROUP BY imei, day
          HAVING min(operator) <> max(operator)
             AND count(DISTINCT imsi) > 1 AND count(DISTINCT (operator, imsi)) = count(DISTINCT imsi))),
hits AS (
    SELECT imei, max(sharedDays) AS sharedDays, max_by(until, (sharedDays, until)) AS until FROM windows
    WHERE until >= $since AND sharedDays >= $threshold GROUP BY imei)
SELECT imei, sharedDays * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files, until
FROM used JOIN hits USING (imei)
WHERE day > until - INTERVAL ($days) DAY AND day <= until
GROUP BY ALL
ORDER BY imei;
