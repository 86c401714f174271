-- How many IMEIs, IMSIs and numbers each day of one file of the archive has: what later files are measured against.
-- Parameters: $operator, $file, and $rows, what selects the rows of the file.
INSERT INTO daily
SELECT $operator, day, $file, approx_count_distinct(imei), approx_count_distinct(imsi), approx_count_distinct(msisdn)
FROM ($rows) GROUP BY day;
