-- 0050  How each peer group is scored and banded in each year. Every save is a new version; none is changed, so that a
--       publication can always say by which one it was made.
CREATE TABLE framework (
    id        BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    group_id  BIGINT UNSIGNED NOT NULL,
    year      SMALLINT UNSIGNED NOT NULL,
    version   INT UNSIGNED NOT NULL,
    criteria  VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- the document that lays down the criteria
    framework LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,      -- JSON: basis, decimals, rank_on, ties, bands, caps
    saved_by  BIGINT UNSIGNED NOT NULL,
    saved_at  DATETIME(6) NOT NULL,
    CONSTRAINT framework_version_once UNIQUE (group_id, year, version),
    CONSTRAINT framework_of_group FOREIGN KEY (group_id) REFERENCES peer_group (id),
    CONSTRAINT framework_saved_by FOREIGN KEY (saved_by) REFERENCES app_user (id)
) ENGINE=InnoDB;
