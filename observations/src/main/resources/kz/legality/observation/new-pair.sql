-- Subscribers who used a device for the first time on the file's days.
-- Source: order № 226, F2 of DOMAIN.md: another owner's number on a registered device. Counted, not written down for each.
-- Parameters: $from and $end, the file's days.
WITH pairs AS (
    SELECT imei, imsi, min(day) AS first_day, count(*) AS rows, list(DISTINCT part) AS files
    FROM archive
    WHERE imei IS NOT NULL AND imsi IS NOT NULL
    GROUP BY imei, imsi)
SELECT imei, count(*) * 1000 AS measured, CAST(sum(rows) AS BIGINT) AS rows, list_distinct(flatten(list(files))) AS files
FROM pairs WHERE first_day BETWEEN $from AND $end
GROUP BY imei
ORDER BY imei;
