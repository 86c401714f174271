-- Devices that networks saw and whose model is on the list of barred models; those barred by it already are left out.
-- Source: DIRBS's is_barred_tac: seen, and the TAC on the list.
-- Parameters: none; the bar counts from the list's word, or from the first sighting after it.
WITH seen AS (
    SELECT imei, min(day) AS first_day, count(*) AS rows, list(DISTINCT part) AS files
    FROM archive
    WHERE imei IS NOT NULL AND imei // 1000000 IN (SELECT tac FROM barred_tacs)
    GROUP BY imei)
SELECT imei, first_day, epoch_ms(began) AS began, rows, files
FROM seen JOIN barred_tacs ON tac = imei // 1000000
WHERE lpad(CAST(imei AS VARCHAR), 14, '0') NOT IN (SELECT key FROM in_force WHERE list = 'barred-tac-list')
ORDER BY imei;
