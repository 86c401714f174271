-- Who used a blocked device on a network while the block stood.
-- Source: DOMAIN.md 3, rule R8; DIRBS's report of blacklist violations.
-- Parameters: none; a grace in which operators learn of the block is the finding's, not the sighting's.
SELECT imei, reference, operator, imsi, msisdn,
       min(day) AS first_day, max(day) AS last_day, count(DISTINCT day) AS days, count(*) AS rows,
       list(DISTINCT part) AS files
FROM archive JOIN blocks USING (imei)
WHERE day > blocked_on AND (lifted_on IS NULL OR day <= lifted_on)
GROUP BY ALL
ORDER BY ALL;
