-- Devices whose model is in no list of the GSMA after the time its reporting body takes to list it.
-- Source: DOMAIN.md 3, rule R6e; DIRBS's gsma_not_found. Where no list was loaded at all it does not run.
-- Parameters: $end, day of judging; $lags, days by reporting body (the first two digits).
WITH firsts AS (
    SELECT imei, min(day) AS first_day, count(*) AS rows, list(DISTINCT part) AS files
    FROM archive ANTI JOIN tacs ON tacs.tac = imei // 1000000
    WHERE imei IS NOT NULL
    GROUP BY imei)
SELECT imei, datediff('day', first_day, $end) * 1000 AS measured, rows, files, CAST($end AS DATE) AS until
FROM firsts LEFT JOIN (VALUES $lags) AS lags (body, lag_days) ON body = imei // 1000000000000
WHERE first_day + INTERVAL (coalesce(lag_days, 0)) DAY <= $end
ORDER BY imei;
