-- 0081  Every number ever given, void ones included: unique by symbol and year, never used again. Gaps are normal, since
--       the office numbers all its decisions in one register.
CREATE TABLE decision_number (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    decision_id BIGINT UNSIGNED NOT NULL,
    symbol      VARCHAR(40)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    year        SMALLINT UNSIGNED NOT NULL,
    number      INT UNSIGNED    NOT NULL,
    decided_on  DATE            NOT NULL,
    void        BOOLEAN         NOT NULL DEFAULT FALSE,
    reason      VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
    voided_by   VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
    voided_at   DATETIME(6)     NULL,
    CONSTRAINT decision_number_void_has_reason CHECK (NOT void OR (reason <> '' AND voided_at IS NOT NULL)),
    CONSTRAINT decision_number_once_a_year UNIQUE (symbol, year, number),
    CONSTRAINT decision_number_of_decision FOREIGN KEY (decision_id) REFERENCES decision (id)
) ENGINE=InnoDB;
