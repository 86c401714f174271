-- What is no IMEI: fewer than 14 digits in front.
-- Source: DOMAIN.md 3, rule R6f; DIRBS's malformed_imei. It has no stream in the ledger, which is by IMEI; the archive shows it.
-- Parameters: $end, last day; $days, length of the window.
SELECT upper(imei_raw) AS imei, count(DISTINCT day) * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files, CAST($end AS DATE) AS until
FROM archive
WHERE imei IS NULL AND imei_raw IS NOT NULL AND day > $end - INTERVAL ($days) DAY AND day <= $end
GROUP BY upper(imei_raw)
ORDER BY imei;
