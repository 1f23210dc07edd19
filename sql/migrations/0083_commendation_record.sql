-- 0083  One award of one recipient, kept for good: what people search and what later rounds look back on. Written with the
--       decision. Search keys are computed by the program; no collation decides.
CREATE TABLE commendation_record (
    id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    decision_id      BIGINT UNSIGNED NOT NULL,
    ordinal          INT UNSIGNED    NOT NULL,
    kind             VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    person_id        BIGINT UNSIGNED NULL,
    unit_id          BIGINT UNSIGNED NOT NULL,
    salutation       VARCHAR(8)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name             VARCHAR(300)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    post             VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_name        VARCHAR(300)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    achievement      VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    award            VARCHAR(32)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    award_name       VARCHAR(300)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    award_short_name VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    year             SMALLINT UNSIGNED NOT NULL,  -- of the results
    number           INT UNSIGNED    NOT NULL,
    symbol           VARCHAR(40)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decided_on       DATE            NOT NULL,
    money            BIGINT          NOT NULL,
    illustrative     BOOLEAN         NOT NULL,
    CONSTRAINT commendation_record_kind_known CHECK (kind IN ('collective', 'individual')),
    CONSTRAINT commendation_record_once UNIQUE (decision_id, ordinal),
    CONSTRAINT commendation_record_of_decision FOREIGN KEY (decision_id) REFERENCES decision (id),
    INDEX commendation_record_newest (decided_on, decision_id, ordinal),
    INDEX commendation_record_of_unit (unit_id, decided_on),
    INDEX commendation_record_of_unit_and_year (unit_id, year, kind),
    INDEX commendation_record_of_person (person_id, decided_on),
    INDEX commendation_record_of_year (year, award)
) ENGINE=InnoDB;
