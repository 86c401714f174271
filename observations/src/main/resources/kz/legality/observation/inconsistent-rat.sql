-- Devices seen on a generation of networks that no device of their make and model has, 5G among them.
-- Source: DOMAIN.md 3, rule R6d; DIRBS's inconsistent_rat, which ends at 4G. Models whose bands are not known are left out.
-- Parameters: $end, last day; $days, length of the window; $generations, by code of radio access type.
WITH models AS (
    SELECT manufacturer, model, bit_or(generations) AS supported FROM tacs
    WHERE manufacturer <> '' AND model <> ''
    GROUP BY ALL HAVING min(generations) > 0),
used AS (
    SELECT imei, day, rat, part FROM archive
    WHERE imei IS NOT NULL AND rat IS NOT NULL AND day > $end - INTERVAL ($days) DAY AND day <= $end),
-- Few texts name the types of all rows.
named AS (
    SELECT rat, generation FROM (SELECT rat, unnest(string_split(rat, '|')) AS code FROM (SELECT DISTINCT rat FROM used))
    JOIN (VALUES $generations) AS codes (code, generation) USING (code) WHERE generation > 0)
SELECT imei, count(DISTINCT day) * 1000 AS measured, count(*) AS rows, list(DISTINCT part) AS files, CAST($end AS DATE) AS until
FROM used JOIN named USING (rat)
JOIN tacs ON tacs.tac = imei // 1000000 JOIN models USING (manufacturer, model)
WHERE supported & (1 << generation) = 0
GROUP BY imei
ORDER BY imei;
