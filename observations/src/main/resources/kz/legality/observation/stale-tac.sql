-- Devices first seen long after their model was allocated.
-- Source: DOMAIN.md 3, rule R6d; the news report's phone whose code was made ten years ago. A genuine old handset also matches.
-- Parameters: $from, first day of the file: seen before means not new; $threshold, years.
WITH firsts AS (
    SELECT imei, min(day) AS first_day
    FROM archive
    WHERE imei IS NOT NULL
    GROUP BY imei
    HAVING min(day) >= $from),
stale AS (
    SELECT imei, first_day, allocated_on FROM firsts JOIN tacs ON tacs.tac = imei // 1000000
    WHERE first_day > allocated_on + INTERVAL ($threshold) YEAR)
SELECT imei, datediff('day', allocated_on, first_day) * 1000 // 365 AS measured, count(*) AS rows,
       list(DISTINCT part) AS files, CAST($end AS DATE) AS until
FROM archive JOIN stale USING (imei)
GROUP BY imei, first_day, allocated_on
ORDER BY imei;
