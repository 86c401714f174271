-- IMEIs of test equipment in public use.
-- Source: DOMAIN.md 3, rule R6f; TS.06: 00 and then 10 with 01 to 17, 44, 86 or 91.
-- Parameters: $end, last day; $days, length of the window.
SELECT imei, count(DISTINCT day) * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files, CAST($end AS DATE) AS until
FROM archive
WHERE (imei // 100000000 BETWEEN 1001 AND 1017 OR imei // 10000000000 IN (44, 86, 91))
  AND day > $end - INTERVAL ($days) DAY AND day <= $end
GROUP BY imei
ORDER BY imei;
