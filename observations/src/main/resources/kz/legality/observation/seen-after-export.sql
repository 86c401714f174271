-- Who used an exported device on a network of the home market after it was said to have left.
-- Source: DOMAIN.md 3, rules R1 and R1b; a device that left does not ring here.
-- Parameters: none; the day of leaving is that of the border, else that of the declaration.
SELECT imei, reference, operator, imsi, msisdn,
       min(day) AS first_day, max(day) AS last_day, count(DISTINCT day) AS days, count(*) AS rows,
       list(DISTINCT part) AS files
FROM archive JOIN (SELECT DISTINCT imei, reference, left_on FROM exports) USING (imei)
WHERE day > left_on
GROUP BY ALL
ORDER BY ALL;
