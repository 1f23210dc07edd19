-- 0061  What each version of a rule set says, as its JSON file. A version never changes: runs refer to it.
CREATE TABLE rule_set_version (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rule_set_id   BIGINT UNSIGNED NOT NULL,
    number        INT UNSIGNED NOT NULL,
    rules         LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,       -- JSON
    note          VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- what was changed, in words
    saved_by      BIGINT UNSIGNED NOT NULL,
    saved_by_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    saved_at      DATETIME(6) NOT NULL,
    CONSTRAINT rule_set_version_once UNIQUE (rule_set_id, number),
    CONSTRAINT rule_set_version_of FOREIGN KEY (rule_set_id) REFERENCES rule_set (id),
    CONSTRAINT rule_set_version_saved_by FOREIGN KEY (saved_by) REFERENCES app_user (id)
) ENGINE=InnoDB;
