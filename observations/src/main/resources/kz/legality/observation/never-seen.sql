-- Devices that entered lawfully and that no network ever saw, some time after they entered.
-- Source: DOMAIN.md 3: no sighting is no proof of anything, and is said as what it is.
-- Parameters: $end, day of judging; $days, how long after they entered.
SELECT imei, datediff('day', min(entered_on), $end) * 1000 AS measured, 0 AS rows, CAST([] AS INTEGER[]) AS files
FROM lawful ANTI JOIN archive USING (imei)
WHERE in_stretch(imei) AND entered_on <= $end - INTERVAL ($days) DAY
GROUP BY imei
ORDER BY imei;
