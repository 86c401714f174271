-- Home subscribers who used a registered device for the first time on the file's days.
-- Source: order № 226 and F2 of DOMAIN.md: a number that is not the one the owner registered. Whom the device is registered
-- with is told apart afterwards, by pseudonym. Of devices nobody registered every changed SIM would be one: see new-pair.sql.
-- Nobody is new to an archive that has only begun: it must reach back some days before.
-- Parameters: $from, the file's first day; $days, how far back the archive must reach.
WITH pairs AS (
    SELECT imei, imsi
    FROM (SELECT imei, imsi, min(day) AS first_day FROM archive WHERE imei IS NOT NULL AND imsi IS NOT NULL GROUP BY imei, imsi)
    SEMI JOIN owned USING (imei)
    WHERE first_day >= $from AND first_day >= (SELECT min(first_day) FROM parts) + INTERVAL ($days) DAY)
SELECT imei, CAST(NULL AS VARCHAR) AS reference, arg_min(operator, (day, operator)) AS operator, imsi,
       arg_min(msisdn, (day, msisdn)) AS msisdn, min(day) AS first_day, max(day) AS last_day,
       count(DISTINCT day) AS days, count(*) AS rows, list(DISTINCT part) AS files
FROM archive JOIN pairs USING (imei, imsi)
WHERE is_home(imsi, msisdn)
GROUP BY imei, imsi
ORDER BY imei, imsi;
