-- One month of an operator's file as a file of the archive: sorted, each row once.
-- Parameters: $month, its first day, $staged, where it is written before it takes its place, $key of the month.
COPY (
    SELECT DISTINCT imei, day, imsi, msisdn, rat, imei_tail, imei_raw, imsi_raw, msisdn_raw
    FROM seen
    WHERE fault IS NULL AND day >= $month AND day < $month + INTERVAL 1 MONTH
    ORDER BY imei, day, imsi, msisdn, rat, imei_tail, imei_raw, imsi_raw, msisdn_raw)
TO $staged (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ENCRYPTION_CONFIG $key);
