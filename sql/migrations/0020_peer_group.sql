-- 0020  The groups units are ranked in (khối, cụm). changed_by and changed_at answer a writer who came too late.
CREATE TABLE peer_group (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name        VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name_folded VARBINARY(600)  NOT NULL,
    position    INT UNSIGNED    NOT NULL,
    version     INT UNSIGNED    NOT NULL DEFAULT 1,
    changed_by  VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at  DATETIME(6)     NOT NULL,
    CONSTRAINT peer_group_name UNIQUE (name_folded)
) ENGINE=InnoDB;
