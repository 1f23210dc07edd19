-- 0024  The people who sign in. Never deleted, only disabled: history and audit name them. name_key sorts by given name.
CREATE TABLE app_user (
    id                   BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    login                VARCHAR(60)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name                 VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name_key             VARBINARY(2000) NOT NULL,
    post                 VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_id              BIGINT UNSIGNED NULL,
    language             VARCHAR(8)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
    disabled             BOOLEAN         NOT NULL DEFAULT FALSE,
    password_hash        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    must_change_password BOOLEAN         NOT NULL DEFAULT FALSE,
    version              INT UNSIGNED    NOT NULL DEFAULT 1,
    changed_by           VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at           DATETIME(6)     NOT NULL,
    CONSTRAINT app_user_login UNIQUE (login),
    CONSTRAINT app_user_works_in_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB;
