-- Lines whose persons daily-avg-uid.sql has to know: those of IMEIs that had enough lines on some day.
-- Parameters: $first, $end and $days, the windows; $threshold, persons a day in thousandths; $most, persons of one line at most.
WITH used AS (
    SELECT imei, day, imsi FROM archive
    WHERE imei IS NOT NULL AND imsi IS NOT NULL AND day > $first - INTERVAL ($days) DAY AND day <= $end
    GROUP BY ALL),
several AS (
    SELECT DISTINCT imei FROM (SELECT imei FROM used GROUP BY imei, day HAVING count(*) * $most * 1000 >= $threshold))
SELECT DISTINCT imsi FROM used SEMI JOIN several USING (imei) ORDER BY imsi;
