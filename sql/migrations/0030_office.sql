-- 0030  The office's own particulars, as papers print them: one row.
CREATE TABLE office (
    id              TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    province        VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    committee       VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    department      VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    place           VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decision_symbol VARCHAR(40)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    illustrative    BOOLEAN          NOT NULL DEFAULT FALSE,
    version         INT UNSIGNED     NOT NULL DEFAULT 1,
    changed_by      VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at      DATETIME(6)      NOT NULL,
    CONSTRAINT office_only_one CHECK (id = 1)
) ENGINE=InnoDB;
