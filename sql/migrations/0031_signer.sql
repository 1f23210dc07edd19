-- 0031  Who signs decisions, from which day to which.
CREATE TABLE signer (
    id             BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    authority_line VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    title          VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name           VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    from_day       DATE            NOT NULL,
    to_day         DATE            NULL,
    version        INT UNSIGNED    NOT NULL DEFAULT 1,
    changed_by     VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at     DATETIME(6)     NOT NULL,
    CONSTRAINT signer_days_in_order CHECK (to_day IS NULL OR from_day <= to_day)
) ENGINE=InnoDB;
