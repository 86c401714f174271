-- What the guards look at, in one pass over `seen`.
-- Source: DIRBS-Core's checks of operator data (PEERS.md 1.2); shares are of the rows that could be read.
-- Parameters: $homeImsi, $homeNumber and $ownImsi, whether a line is of this country, and of this operator: null where there is none.
SELECT count(*) AS rows,
       count(*) FILTER (imei IS NULL AND imei_raw IS NULL) AS empty_imei,
       count(*) FILTER (imsi IS NULL AND imsi_raw IS NULL) AS empty_imsi,
       count(*) FILTER (msisdn IS NULL AND msisdn_raw IS NULL) AS empty_msisdn,
       count(*) FILTER (rat IS NULL) AS empty_rat,
       count(*) FILTER (imei_raw IS NOT NULL) AS unclean_imei,
       count(*) FILTER (imsi_raw IS NOT NULL OR imsi < 10000000000000) AS unclean_imsi,
       count(*) FILTER (NOT $homeImsi) AS foreign_imsi,
       count(*) FILTER (NOT $homeNumber) AS foreign_msisdn,
       count(*) FILTER (NOT $ownImsi) AS other_imsi,
       count(DISTINCT imei) FILTER (imei < 10000000000000) AS begins_with_0,
       count(DISTINCT imei) FILTER (imei >= 10000000000000 AND imei < 20000000000000) AS begins_with_1,
       min(day) AS first_day,
       max(day) AS last_day
FROM seen
WHERE fault IS NULL;
