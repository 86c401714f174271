-- What the detectors ask besides the archive: what the ledger says of devices, made from its events in their order and
-- remade when this database is thrown away. A word that was corrected or withdrawn is named in `voided`.
CREATE TABLE IF NOT EXISTS followed (position BIGINT);
CREATE TABLE IF NOT EXISTS said (kind UTINYINT, imei BIGINT, sequence BIGINT, file VARCHAR, reference VARCHAR, began DATE, ended DATE, n BIGINT);
CREATE TABLE IF NOT EXISTS voided (imei BIGINT, sequence BIGINT);
CREATE TABLE IF NOT EXISTS lifted (imei BIGINT, sequence BIGINT, lifted_on DATE);
CREATE TABLE IF NOT EXISTS listed (tac INTEGER, position BIGINT, manufacturer VARCHAR, model VARCHAR, generations INTEGER, allocated_on DATE);
CREATE TABLE IF NOT EXISTS parts (path VARCHAR, file VARCHAR, sha256 VARCHAR, operator VARCHAR, first_day DATE, last_day DATE, rows BIGINT, bytes BIGINT);
CREATE TABLE IF NOT EXISTS settled (imei BIGINT, reference VARCHAR, settled_on DATE);
CREATE TABLE IF NOT EXISTS entries (list VARCHAR, key VARCHAR, position BIGINT, ended BOOLEAN, file VARCHAR, began TIMESTAMP, provisional BOOLEAN);
CREATE TABLE IF NOT EXISTS gone (path VARCHAR);
CREATE TABLE IF NOT EXISTS daily (operator VARCHAR, day DATE, file VARCHAR, imeis BIGINT, imsis BIGINT, msisdns BIGINT);
CREATE OR REPLACE VIEW standing AS SELECT * FROM said ANTI JOIN voided USING (imei, sequence);
-- IMEIs that one paper names as one device; where it names more than a device has, its numbering is none of devices.
CREATE OR REPLACE VIEW slots AS
    SELECT imei, reference, file FROM standing WHERE kind = 8
    QUALIFY count(*) OVER (PARTITION BY reference) <= $maxImeis;
-- A device left under each of its IMEIs, whichever the declaration names; `named_by` is the file that told of the other.
CREATE OR REPLACE VIEW exports AS
    SELECT imei, reference, began AS left_on, file, NULL AS named_by FROM standing WHERE kind = 1
    UNION
    SELECT other.imei, export.reference, export.began, export.file, other.file
    FROM standing AS export
    JOIN slots AS slot ON slot.imei = export.imei
    JOIN slots AS other ON other.reference = slot.reference AND other.imei <> export.imei
    WHERE export.kind = 1;
CREATE OR REPLACE VIEW blocks AS
    SELECT standing.imei, standing.reference, began AS blocked_on,
           least(min(lifted.lifted_on), min(settled.settled_on)) AS lifted_on, file
    FROM standing LEFT JOIN lifted USING (imei, sequence)
    -- n tells a loss, which any recovery settles; a list's entry is settled by its list.
    LEFT JOIN settled ON settled.imei = standing.imei AND settled.settled_on >= standing.began
         AND CASE WHEN settled.reference IS NULL THEN standing.n = 1 ELSE settled.reference = standing.reference END
    WHERE kind = 2 GROUP BY ALL;
CREATE OR REPLACE VIEW in_force AS
    SELECT list, key, arg_max(began, position) AS began, arg_max(provisional, position) AS provisional
    FROM entries GROUP BY ALL HAVING NOT arg_max(ended, position);
CREATE OR REPLACE VIEW on_list AS
    SELECT list, CAST(key[1:14] AS BIGINT) AS imei, min(CAST(began AS DATE)) AS began FROM in_force
    WHERE NOT provisional AND list NOT IN ('barred-tac-list', 'subscribers-list') GROUP BY ALL;
CREATE OR REPLACE VIEW lawful AS
    SELECT imei, min(began) AS entered_on
    FROM (SELECT imei, began FROM standing WHERE kind = 3
          UNION ALL SELECT imei, began FROM on_list WHERE list = 'registration-list')
    GROUP BY imei;
CREATE OR REPLACE VIEW registered AS
    SELECT imei FROM standing WHERE kind = 4 UNION SELECT imei FROM on_list WHERE list = 'registration-list';
CREATE OR REPLACE VIEW barred_tacs AS
    SELECT CAST(key AS INTEGER) AS tac, began FROM in_force WHERE list = 'barred-tac-list' AND length(key) = 8;
CREATE OR REPLACE VIEW owned AS SELECT imei, reference AS line FROM standing WHERE kind = 4 AND reference IS NOT NULL;
CREATE OR REPLACE VIEW holders AS
    SELECT split_part(key, ':', 1) AS line, split_part(key, ':', 2) AS person FROM in_force WHERE list = 'subscribers-list';
CREATE OR REPLACE VIEW sightings AS SELECT imei, reference AS key, began, ended, n AS days FROM standing WHERE kind = 5;
CREATE OR REPLACE VIEW first_sightings AS SELECT imei, began AS seen_on FROM standing WHERE kind = 6;
CREATE OR REPLACE VIEW measured AS SELECT imei, reference AS kind, max(n) AS most FROM standing WHERE kind = 7 GROUP BY ALL;
CREATE OR REPLACE VIEW tacs AS
    SELECT tac, arg_max(manufacturer, position) AS manufacturer, arg_max(model, position) AS model,
           arg_max(generations, position) AS generations, arg_max(allocated_on, position) AS allocated_on
    FROM listed GROUP BY tac;
