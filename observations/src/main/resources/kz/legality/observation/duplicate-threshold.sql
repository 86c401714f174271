-- IMEIs that more subscribers used within some days than one honest device has; counted by day, not by month.
-- Source: DOMAIN.md 3, rule R6b; DIRBS's duplicate_threshold, whose months count up to 31 days too many.
-- Parameters: $end, last day; $days, length of the window; $threshold, distinct valid IMSIs.
WITH used AS (
    SELECT imei, imsi, filename FROM archive SEMI JOIN focus USING (imei)
    WHERE imei IS NOT NULL AND imsi >= 10000000000000 AND day > $end - INTERVAL ($days) DAY AND day <= $end),
hits AS (
    SELECT imei, count(*) AS subscribers FROM (SELECT imei, imsi FROM used GROUP BY ALL) GROUP BY imei
    HAVING count(*) >= $threshold)
SELECT imei, subscribers * 1000 AS measured, count(*) AS rows, list(DISTINCT filename) AS files
FROM used JOIN hits USING (imei)
GROUP BY ALL
ORDER BY imei;
