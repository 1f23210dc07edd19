-- 0023  Every name a unit bore, from which day; append-only.
CREATE TABLE unit_name_history (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    unit_id       BIGINT UNSIGNED NOT NULL,
    official_name VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    short_name    VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    named_from    DATE            NOT NULL,
    recorded_by   VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    recorded_at   DATETIME(6)     NOT NULL,
    CONSTRAINT unit_name_history_of_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB;
