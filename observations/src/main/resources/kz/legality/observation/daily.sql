-- How many IMEIs, IMSIs and numbers the days in `seen` have, on average; the measure of history.sql, taken of a new file.
SELECT coalesce(avg(imeis), 0), coalesce(avg(imsis), 0), coalesce(avg(msisdns), 0)
FROM (SELECT approx_count_distinct(imei) AS imeis, approx_count_distinct(imsi) AS imsis,
             approx_count_distinct(msisdn) AS msisdns
      FROM seen WHERE fault IS NULL GROUP BY day);
