-- 0060  Selection rule sets: who is proposed for what in a year. The row holds the newest version's name and number; what
--       each version says stands in 0061.
CREATE TABLE rule_set (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    year        SMALLINT UNSIGNED NOT NULL,  -- of the results
    name        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name_folded VARBINARY(800) NOT NULL,
    newest      INT UNSIGNED NOT NULL DEFAULT 1,  -- number of the newest version; a stale save matches no row
    changed_by  VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    CONSTRAINT rule_set_name_once UNIQUE (year, name_folded)
) ENGINE=InnoDB;
