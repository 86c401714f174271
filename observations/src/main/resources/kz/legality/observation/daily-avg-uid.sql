-- IMEIs that several persons a day used, on average over the days on which a person of the list of subscribers was seen.
-- Source: DOMAIN.md 3, rule R6b; DIRBS's daily_avg_uid. A line whose person no list names counts for nobody.
-- Parameters: $first and $end, first and last day on which a window of $days may end, by its last day seen
-- not before $since; $threshold in thousandths a day; $seenDays, fewest days seen.
WITH used AS (
    SELECT imei, day, person, part FROM archive JOIN persons USING (imsi)
    WHERE imei IS NOT NULL AND day > $first - INTERVAL ($days) DAY AND day <= $end),
daily AS (SELECT imei, day, count(DISTINCT person) AS people FROM used GROUP BY ALL),
windows AS (
    SELECT imei, day AS until,
           sum(people) OVER (PARTITION BY imei ORDER BY day
                             RANGE BETWEEN INTERVAL ($days - 1) DAY PRECEDING AND CURRENT ROW) AS pairs,
           count(*) OVER (PARTITION BY imei ORDER BY day
                          RANGE BETWEEN INTERVAL ($days - 1) DAY PRECEDING AND CURRENT ROW) AS seen
    FROM daily),
hits AS (
    SELECT imei, max(pairs * 1000 // seen) AS measured, max_by(until, (pairs * 1000 // seen, until)) AS until FROM windows
    WHERE until >= $since AND seen >= $seenDays AND pairs * 1000 >= $threshold * seen GROUP BY imei)
SELECT imei, CAST(measured AS BIGINT) AS measured, count(*) AS rows, list(DISTINCT part) AS files, until
FROM used JOIN hits USING (imei)
WHERE day > until - INTERVAL ($days) DAY AND day <= until
GROUP BY ALL
ORDER BY imei;
