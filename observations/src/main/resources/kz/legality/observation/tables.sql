-- What the detectors ask besides the archive: what the ledger says of devices, made from its events in their order and
-- remade when this database is thrown away. A word that was corrected or withdrawn is named in `voided`.
CREATE TABLE IF NOT EXISTS followed (position BIGINT);
CREATE TABLE IF NOT EXISTS said (kind UTINYINT, imei BIGINT, sequence BIGINT, file VARCHAR, reference VARCHAR, began DATE, ended DATE, n BIGINT);
CREATE TABLE IF NOT EXISTS voided (imei BIGINT, sequence BIGINT);
CREATE TABLE IF NOT EXISTS lifted (imei BIGINT, sequence BIGINT, lifted_on DATE);
CREATE TABLE IF NOT EXISTS listed (tac INTEGER, position BIGINT, manufacturer VARCHAR, model VARCHAR, generations INTEGER, allocated_on DATE);
CREATE TABLE IF NOT EXISTS parts (path VARCHAR, file VARCHAR, sha256 VARCHAR, operator VARCHAR, first_day DATE, last_day DATE, rows BIGINT, bytes BIGINT);
CREATE TABLE IF NOT EXISTS gone (path VARCHAR);
CREATE TABLE IF NOT EXISTS daily (operator VARCHAR, day DATE, file VARCHAR, imeis BIGINT, imsis BIGINT, msisdns BIGINT);
CREATE OR REPLACE VIEW standing AS SELECT * FROM said ANTI JOIN voided USING (imei, sequence);
CREATE OR REPLACE VIEW exports AS SELECT imei, reference, began AS left_on, file FROM standing WHERE kind = 1;
CREATE OR REPLACE VIEW blocks AS
    SELECT standing.imei, reference, began AS blocked_on, min(lifted.lifted_on) AS lifted_on, file
    FROM standing LEFT JOIN lifted USING (imei, sequence) WHERE kind = 2 GROUP BY ALL;
CREATE OR REPLACE VIEW lawful AS SELECT imei, min(began) AS entered_on FROM standing WHERE kind = 3 GROUP BY imei;
CREATE OR REPLACE VIEW registered AS SELECT DISTINCT imei FROM standing WHERE kind = 4;
CREATE OR REPLACE VIEW sightings AS SELECT imei, reference AS key, began, ended, n AS days FROM standing WHERE kind = 5;
CREATE OR REPLACE VIEW first_sightings AS SELECT imei, began AS seen_on FROM standing WHERE kind = 6;
CREATE OR REPLACE VIEW measured AS SELECT imei, reference AS kind, max(n) AS most FROM standing WHERE kind = 7 GROUP BY ALL;
CREATE OR REPLACE VIEW tacs AS
    SELECT tac, arg_max(manufacturer, position) AS manufacturer, arg_max(model, position) AS model,
           arg_max(generations, position) AS generations, arg_max(allocated_on, position) AS allocated_on
    FROM listed GROUP BY tac;
