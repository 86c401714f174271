-- IMEIs whose six digits of serial number are all one, as an invented number's are.
-- Source: DOMAIN.md 3, rule R6f. Ten in a million honest devices match too.
-- Parameters: $end, last day; $days, length of the window.
SELECT imei, count(DISTINCT day) * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files,
       CAST($end AS DATE) AS until
FROM archive
WHERE imei % 1000000 % 111111 = 0 AND day > $end - INTERVAL ($days) DAY AND day <= $end
GROUP BY imei
ORDER BY imei;
