-- Reads an operator's file into the table `seen`, one row for each of its rows, in its order.
-- Source: TS 23.003 section 6 (an IMEI is its first 14 digits); DIRBS-Core's normalisation (trim, empty is nothing).
-- What was sent is kept where it differs: the 15th and 16th digit in imei_tail, what is no IMEI, IMSI or MSISDN in *_raw.
-- A row that cannot be read has a column at fault and its cells; it goes to the quarantine.
-- Parameters: $path, $compression, $columns of the header, $rejectsMax rows that are no rows, $codes of radio access types.
CREATE OR REPLACE TEMP TABLE seen AS
WITH sent AS (
    SELECT CASE WHEN contains(date, ' ') THEN trim(date) ELSE coalesce(date, '') END AS date,
           CASE WHEN contains(imei, ' ') THEN trim(imei) ELSE coalesce(imei, '') END AS imei,
           CASE WHEN contains(imsi, ' ') THEN trim(imsi) ELSE coalesce(imsi, '') END AS imsi,
           CASE WHEN contains(msisdn, ' ') THEN trim(msisdn) ELSE coalesce(msisdn, '') END AS msisdn,
           $rat AS rat
    FROM read_csv($path, compression = $compression, header = false, skip = 1, auto_detect = false, delim = ',',
                  quote = '"', escape = '"', columns = $columns, null_padding = false, strict_mode = true,
                  max_line_size = 100000, ignore_errors = true, store_rejects = true,
                  rejects_table = 'rejected', rejects_scan = 'rejected_scans', rejects_limit = $rejectsMax)),
days AS (
    SELECT strftime(every_day, '%Y%m%d') AS date, CAST(every_day AS DATE) AS day
    FROM generate_series(TIMESTAMP '2000-01-01', TIMESTAMP '2099-12-31', INTERVAL 1 DAY) AS every(every_day)),
read AS (
    SELECT sent.*, days.day,
           -- Cast and back: a text that is no plain number does not come back as it was, and that is cheaper to see than a pattern.
           TRY_CAST(imei[1:14] AS BIGINT) AS imei_digits,
           TRY_CAST(imsi AS BIGINT) AS imsi_digits,
           TRY_CAST(msisdn AS BIGINT) AS msisdn_digits
    FROM sent LEFT JOIN days USING (date)),
shaped AS (
    SELECT *,
           length(imei) >= 14 AND imei_digits >= 0
               AND CASE WHEN imei_digits >= 10000000000000 THEN NOT contains(imei, 'e') AND NOT contains(imei, 'E')
                    ELSE lpad(CAST(imei_digits AS VARCHAR), 14, '0') = imei[1:14] END AS clean,
           coalesce(length(imsi) <= 15 AND CAST(imsi_digits AS VARCHAR) = imsi AND imsi_digits > 0, false) AS imsi_number,
           coalesce(length(msisdn) <= 15 AND CAST(msisdn_digits AS VARCHAR) = msisdn AND msisdn_digits > 0, false)
               AS msisdn_number
    FROM read),
judged AS (
    SELECT *,
           CASE WHEN day IS NULL THEN 'date'
                WHEN NOT imsi_number AND NOT regexp_full_match(imsi, '[0-9]{0,15}') THEN 'imsi'
                WHEN NOT msisdn_number AND NOT regexp_full_match(msisdn, '[0-9]{0,15}') THEN 'msisdn'
                WHEN rat <> '' AND NOT list_contains($codes, rat)
                     AND len(list_filter(string_split(rat, '|'), lambda code: NOT list_contains($codes, code))) > 0
                    THEN 'rat'
           END AS fault
    FROM shaped)
SELECT day,
       CASE WHEN clean THEN imei_digits END AS imei,
       CASE WHEN clean THEN nullif(imei[15:], '') END AS imei_tail,
       CASE WHEN NOT coalesce(clean, false) THEN nullif(imei, '') END AS imei_raw,
       CASE WHEN imsi_number THEN imsi_digits END AS imsi,
       CASE WHEN NOT imsi_number THEN nullif(imsi, '') END AS imsi_raw,
       CASE WHEN msisdn_number THEN msisdn_digits END AS msisdn,
       CASE WHEN NOT msisdn_number THEN nullif(msisdn, '') END AS msisdn_raw,
       nullif(rat, '') AS rat,
       fault,
       CASE WHEN fault IS NOT NULL THEN $cells END AS cells
FROM judged;
