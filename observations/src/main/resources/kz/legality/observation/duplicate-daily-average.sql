-- IMEIs that several subscribers a day used, on average over the days on which they were seen.
-- Source: DOMAIN.md 3, rule R6b; DIRBS's duplicate_daily_avg: one pair seen by two operators on one day counts once.
-- Parameters: $end, last day; $days, length of the window; $threshold in thousandths a day; $seenDays, fewest days seen.
WITH used AS (
    SELECT imei, day, imsi, filename FROM archive SEMI JOIN focus USING (imei)
    WHERE imei IS NOT NULL AND imsi >= 10000000000000 AND day > $end - INTERVAL ($days) DAY AND day <= $end),
hits AS (
    SELECT imei, sum(subscribers) * 1000 // count(*) AS measured
    FROM (SELECT imei, day, count(*) AS subscribers FROM (SELECT imei, day, imsi FROM used GROUP BY ALL) GROUP BY ALL)
    GROUP BY imei
    HAVING count(*) >= $seenDays AND sum(subscribers) * 1000 >= $threshold * count(*))
SELECT imei, CAST(measured AS BIGINT) AS measured, count(*) AS rows, list(DISTINCT filename) AS files
FROM used JOIN hits USING (imei)
GROUP BY ALL
ORDER BY imei;
