-- IMEIs that several subscribers a day used, on average over the days on which they were seen.
-- Source: DOMAIN.md 3, rule R6b; DIRBS's duplicate_daily_avg: one pair seen by two operators on one day counts once.
-- Parameters: $first and $end, first and last day on which a window of $days may end, by its last day seen
-- not before $since; $threshold in thousandths a day; $seenDays, fewest days seen.
WITH used AS (
    SELECT imei, day, imsi, part FROM archive
    WHERE imei IS NOT NULL AND imsi >= 10000000000000 AND day > $first - INTERVAL ($days) DAY AND day <= $end),
-- Most devices have one subscriber, and with one a day no more than one on average.
several AS (SELECT imei FROM used GROUP BY imei HAVING min(imsi) <> max(imsi) OR $threshold <= 1000),
daily AS (
    SELECT imei, day, count(*) AS subscribers
    FROM (SELECT imei, day, imsi FROM used SEMI JOIN several USING (imei) GROUP BY ALL) GROUP BY ALL),
-- No average reaches the threshold where no day does.
busy AS (SELECT imei FROM daily GROUP BY imei HAVING max(subscribers) * 1000 >= $threshold),
windows AS (
    SELECT imei, day AS until,
           sum(subscribers) OVER (PARTITION BY imei ORDER BY day
                                  RANGE BETWEEN INTERVAL ($days - 1) DAY PRECEDING AND CURRENT ROW) AS pairs,
           count(*) OVER (PARTITION BY imei ORDER BY day
                          RANGE BETWEEN INTERVAL ($days - 1) DAY PRECEDING AND CURRENT ROW) AS seen
    FROM daily SEMI JOIN busy USING (imei)),
hits AS (
    SELECT imei, max(pairs * 1000 // seen) AS measured, max_by(until, (pairs * 1000 // seen, until)) AS until FROM windows
    WHERE until >= $since AND seen >= $seenDays AND pairs * 1000 >= $threshold * seen GROUP BY imei)
SELECT imei, CAST(measured AS BIGINT) AS measured, count(*) AS rows, list(DISTINCT part) AS files, until
FROM used JOIN hits USING (imei)
WHERE day > until - INTERVAL ($days) DAY AND day <= until
GROUP BY ALL
ORDER BY imei;
