-- How many IMEIs, IMSIs and numbers an operator's days had, on average, before a file begins.
-- Source: DIRBS-Core's historic check of operator data. Counts are estimates (HyperLogLog), good to a few percent.
-- Parameters: $operator; $from, first day of the new file; $days, how far back.
SELECT count(*), coalesce(avg(imeis), 0), coalesce(avg(imsis), 0), coalesce(avg(msisdns), 0)
FROM (SELECT day, sum(imeis) AS imeis, sum(imsis) AS imsis, sum(msisdns) AS msisdns FROM daily
      WHERE operator = $operator AND day < $from AND day >= $from - INTERVAL ($days) DAY GROUP BY day);
