-- IMEIs behind which numbers in arithmetic progression change, on one network: a SIM box.
-- Source: DOMAIN.md 3, rule R6c; DIRBS's transient_imei, without its integer division and with numbers of any length.
-- Parameters: $end, last day; $days, length of the window; $threshold, numbers a day.
WITH used AS (
    SELECT imei, day, msisdn, operator, filename FROM archive SEMI JOIN focus USING (imei)
    WHERE imei IS NOT NULL AND msisdn IS NOT NULL AND day > $end - INTERVAL ($days) DAY AND day <= $end),
busy AS (
    SELECT imei, count(*) AS numberDays FROM (SELECT imei, day, msisdn FROM used GROUP BY ALL)
    GROUP BY imei HAVING count(*) >= $threshold * $days),
steps AS (
    SELECT imei, msisdn - lag(msisdn) OVER (PARTITION BY imei ORDER BY msisdn) AS step
    FROM (SELECT imei, msisdn FROM used SEMI JOIN busy USING (imei) GROUP BY ALL)),
boxes AS (
    SELECT imei FROM steps GROUP BY imei HAVING count(step) >= $threshold - 1 AND min(step) = max(step)),
single AS (
    SELECT imei FROM used SEMI JOIN boxes USING (imei) GROUP BY imei HAVING min(operator) = max(operator))
SELECT imei, numberDays * 1000 // $days AS measured, count(*) AS rows, list(DISTINCT filename) AS files
FROM used JOIN busy USING (imei) SEMI JOIN single USING (imei)
GROUP BY ALL
ORDER BY imei;
