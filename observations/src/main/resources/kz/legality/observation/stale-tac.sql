-- Devices first seen long after their model was allocated.
-- Source: DOMAIN.md 3, rule R6d; the news report's phone whose code was made ten years ago. A genuine old handset also matches.
-- Parameters: $from, first day of the file: seen before means not new; $threshold, years.
SELECT imei, datediff('day', allocated_on, min(day)) * 1000 // 365 AS measured, count(*) AS rows,
       list(DISTINCT filename) AS files, CAST($end AS DATE) AS until
FROM archive SEMI JOIN focus USING (imei) JOIN tacs ON tacs.tac = imei // 1000000
WHERE allocated_on IS NOT NULL
GROUP BY imei, allocated_on
HAVING min(day) >= $from AND min(day) > allocated_on + INTERVAL ($threshold) YEAR
ORDER BY imei;
