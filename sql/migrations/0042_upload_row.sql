-- 0042  The rows of a stored upload, all written in the transaction that stores it. Values are exact; `cells` says where
--       each one stood in the file and what was written there.
CREATE TABLE upload_row (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    upload_id  BIGINT UNSIGNED NOT NULL,
    position   INT UNSIGNED NOT NULL,
    unit_id    BIGINT UNSIGNED NOT NULL,
    unit_name  VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- official, on the day of storing
    group_name VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sheet      VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sheet_row  INT UNSIGNED NOT NULL,
    points     DECIMAL(24,15) NULL,
    maximum    DECIMAL(24,15) NULL,
    percent    DECIMAL(24,15) NULL,
    bonus      DECIMAL(24,15) NULL,
    penalty    DECIMAL(24,15) NULL,
    place      VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    band       VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unranked   BOOLEAN NOT NULL,
    parts      LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    cells      LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT upload_row_once UNIQUE (upload_id, position),
    CONSTRAINT upload_row_once_per_unit UNIQUE (upload_id, unit_id),
    CONSTRAINT upload_row_of_upload FOREIGN KEY (upload_id) REFERENCES upload (id),
    CONSTRAINT upload_row_of_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB;
