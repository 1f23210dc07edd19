-- 0021  The register of units as it stands today. Folded columns are computed by the program (marks and case gone), so
--       that no collation decides what matches. Nothing is deleted: a unit that was merged or dissolved has a day in ended.
CREATE TABLE unit (
    id              BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    code            VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    code_folded     VARBINARY(80)   NOT NULL,
    official_name   VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    official_folded VARBINARY(600)  NOT NULL,
    short_name      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    short_folded    VARBINARY(400)  NOT NULL,
    group_id        BIGINT UNSIGNED NULL,
    position        INT UNSIGNED    NOT NULL,
    ended           DATE            NULL,
    version         INT UNSIGNED    NOT NULL DEFAULT 1,
    changed_by      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at      DATETIME(6)     NOT NULL,
    CONSTRAINT unit_code UNIQUE (code_folded),
    CONSTRAINT unit_in_group FOREIGN KEY (group_id) REFERENCES peer_group (id),
    INDEX unit_by_official_name (official_folded),
    INDEX unit_by_short_name (short_folded)
) ENGINE=InnoDB;
