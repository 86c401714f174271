-- Devices barred for their model, which is on the list of barred models no more.
-- Source: DIRBS's is_barred_tac, as of the list's latest word.
-- Parameters: none.
SELECT device.key, epoch_ms(lifted.began) AS began
FROM in_force AS device
JOIN (SELECT key, arg_max(began, position) AS began FROM entries WHERE list = 'barred-tac-list' AND length(key) = 8
      GROUP BY key HAVING arg_max(ended, position)) AS lifted ON lifted.key = device.key[1:8]
WHERE device.list = 'barred-tac-list' AND length(device.key) = 14
ORDER BY device.key;
