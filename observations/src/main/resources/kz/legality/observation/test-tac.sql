-- IMEIs of test equipment in public use.
-- Source: DOMAIN.md 3, rule R6f; TS.06: 00 and then 10 with 01 to 17, 44, 86 or 91.
-- Parameters: $end, last day; $days, length of the window.
SELECT imei, count(DISTINCT day) * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files, CAST($end AS DATE) AS until
FROM archive
-- As ranges, which a file that holds none of them is passed over by.
WHERE (imei >= 100100000000 AND imei < 101800000000 OR imei >= 440000000000 AND imei < 450000000000
       OR imei >= 860000000000 AND imei < 870000000000 OR imei >= 910000000000 AND imei < 920000000000)
  AND day > $end - INTERVAL ($days) DAY AND day <= $end
GROUP BY imei
ORDER BY imei;
