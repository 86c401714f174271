-- Devices that no network had seen before, of which the ledger knows nothing that makes them lawful.
-- Source: order № 226 of 23.05.2018 as amended by № 8/НҚ (a term runs from the first connection); roamers are outside of it.
-- Nobody is seen for the first time by an archive that has only begun: it must reach back some days before.
-- Parameters: $since, the day the rules came into force; $days, how far back the archive must reach.
WITH firsts AS (
    SELECT imei, first_day
    FROM (SELECT imei, min(day) AS first_day FROM archive WHERE imei IS NOT NULL GROUP BY imei) ANTI JOIN lawful USING (imei)
    WHERE first_day >= $since AND first_day >= (SELECT min(first_day) FROM parts) + INTERVAL ($days) DAY)
SELECT imei, CAST(NULL AS VARCHAR) AS reference, arg_min(operator, (operator, imsi, msisdn)) AS operator,
       arg_min(imsi, (operator, imsi, msisdn)) AS imsi, arg_min(msisdn, (operator, imsi, msisdn)) AS msisdn,
       first_day, first_day AS last_day, 1 AS days, count(*) AS rows, list(DISTINCT part) AS files
FROM archive JOIN firsts USING (imei)
WHERE day = first_day AND is_home(imsi, msisdn)
  AND NOT EXISTS (SELECT 1 FROM first_sightings WHERE first_sightings.imei = firsts.imei AND first_sightings.seen_on <= first_day)
GROUP BY imei, first_day
ORDER BY imei;
