-- Who used an exported device on a network of the home market before it was said to leave.
-- Source: DOMAIN.md 3, rule R1b: the same subscriber before and after the export is no clone of the device.
-- Parameters: $daysBefore, how long before the export.
SELECT imei, reference, operator, imsi, msisdn,
       min(day) AS first_day, max(day) AS last_day, count(DISTINCT day) AS days, count(*) AS rows,
       list(DISTINCT part) AS files
FROM archive JOIN (SELECT DISTINCT imei, reference, left_on FROM exports) USING (imei)
WHERE day <= left_on AND day >= left_on - INTERVAL ($daysBefore) DAY
GROUP BY ALL
ORDER BY ALL;
