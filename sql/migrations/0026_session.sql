-- 0026  Who is signed in. Only the token's SHA-256 is kept: a reader of this table can't sign in with it.
CREATE TABLE session (
    token_digest BINARY(32)      NOT NULL PRIMARY KEY,
    user_id      BIGINT UNSIGNED NOT NULL,
    started_at   DATETIME(6)     NOT NULL,
    last_seen_at DATETIME(6)     NOT NULL,
    address      VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT session_of_user FOREIGN KEY (user_id) REFERENCES app_user (id),
    INDEX session_started (started_at)
) ENGINE=InnoDB;
