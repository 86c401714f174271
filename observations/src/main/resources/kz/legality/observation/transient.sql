-- IMEIs behind which numbers in arithmetic progression change, on one network: a SIM box.
-- Source: DOMAIN.md 3, rule R6c; DIRBS's transient_imei, without its integer division and with numbers of any length.
-- Parameters: $first and $end, first and last day on which a window of $days may end, by its last day seen
-- not before $since; $threshold, numbers a day.
WITH used AS (
    SELECT imei, day, msisdn, operator, part FROM archive
    WHERE imei IS NOT NULL AND msisdn IS NOT NULL AND day > $first - INTERVAL ($days) DAY AND day <= $end),
-- One number is no progression.
several AS (SELECT imei FROM used GROUP BY imei HAVING min(msisdn) <> max(msisdn)),
daily AS (SELECT imei, day, count(DISTINCT msisdn) AS numbers FROM used SEMI JOIN several USING (imei) GROUP BY ALL),
windows AS (
    SELECT imei, day AS until,
           sum(numbers) OVER (PARTITION BY imei ORDER BY day
                              RANGE BETWEEN INTERVAL ($days - 1) DAY PRECEDING AND CURRENT ROW) AS numberDays
    FROM daily),
busy AS (
    SELECT imei, max(numberDays) AS numberDays, max_by(until, (numberDays, until)) AS until FROM windows
    WHERE until >= $since AND numberDays >= $threshold * $days GROUP BY imei),
inside AS (
    SELECT imei, day, msisdn, operator, part, numberDays, until FROM used JOIN busy USING (imei)
    WHERE day > until - INTERVAL ($days) DAY AND day <= until),
steps AS (
    SELECT imei, msisdn - lag(msisdn) OVER (PARTITION BY imei ORDER BY msisdn) AS step
    FROM (SELECT imei, msisdn FROM inside GROUP BY ALL)),
boxes AS (
    SELECT imei FROM steps GROUP BY imei HAVING count(step) >= $threshold - 1 AND min(step) = max(step)),
single AS (
    SELECT imei FROM inside SEMI JOIN boxes USING (imei) GROUP BY imei HAVING min(operator) = max(operator))
SELECT imei, CAST(numberDays * 1000 // $days AS BIGINT) AS measured, count(*) AS rows, list(DISTINCT part) AS files, until
FROM inside SEMI JOIN single USING (imei)
GROUP BY imei, numberDays, until
ORDER BY imei;
