-- IMEIs that more subscribers used within some days than one honest device has; counted by day, not by month.
-- Source: DOMAIN.md 3, rule R6b; DIRBS's duplicate_threshold, whose months count up to 31 days too many.
-- Parameters: $first and $end, first and last day on which a window of $days may end, by its last day seen
-- not before $since; $threshold, distinct IMSIs.
WITH used AS (
    SELECT imei, day, imsi, part FROM archive
    WHERE imei IS NOT NULL AND imsi >= 10000000000000 AND day > $first - INTERVAL ($days) DAY AND day <= $end),
busy AS (
    SELECT imei FROM (SELECT imei, imsi FROM used GROUP BY ALL) GROUP BY imei HAVING count(*) >= $threshold),
pairs AS (SELECT imei, day, imsi FROM used SEMI JOIN busy USING (imei) GROUP BY ALL),
windows AS (
    SELECT ends.imei, ends.day AS until, count(DISTINCT pairs.imsi) AS subscribers
    FROM (SELECT DISTINCT imei, day FROM pairs) AS ends
    JOIN pairs ON pairs.imei = ends.imei AND pairs.day > ends.day - INTERVAL ($days) DAY AND pairs.day <= ends.day
    GROUP BY ALL),
hits AS (
    SELECT imei, max(subscribers) AS subscribers, max_by(until, (subscribers, until)) AS until FROM windows
    WHERE until >= $since AND subscribers >= $threshold GROUP BY imei)
SELECT imei, subscribers * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files, until
FROM used JOIN hits USING (imei)
WHERE day > until - INTERVAL ($days) DAY AND day <= until
GROUP BY ALL
ORDER BY imei;
