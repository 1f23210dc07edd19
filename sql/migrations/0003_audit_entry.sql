-- 0003  The audit: append-only (the server's account has no right to change it) and hash-chained per stream.
--       No foreign keys: the audit outlives what it speaks of.
CREATE TABLE audit_entry (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    stream        VARCHAR(96)     COLLATE utf8mb4_bin NOT NULL,
    sequence      BIGINT UNSIGNED NOT NULL,  -- from 1, without gaps
    at            DATETIME(6)     NOT NULL,
    actor_id      BIGINT UNSIGNED NOT NULL,  -- 0: the program itself
    actor_name    VARCHAR(200)    COLLATE utf8mb4_bin NOT NULL,
    request_id    VARCHAR(64)     COLLATE utf8mb4_bin NOT NULL,
    action        VARCHAR(64)     COLLATE utf8mb4_bin NOT NULL,
    subject       VARCHAR(500)    COLLATE utf8mb4_bin NOT NULL,
    before_json   LONGTEXT        COLLATE utf8mb4_bin NOT NULL,
    after_json    LONGTEXT        COLLATE utf8mb4_bin NOT NULL,
    reason        TEXT            COLLATE utf8mb4_bin NOT NULL,
    previous_hash BINARY(32)      NOT NULL,
    hash          BINARY(32)      NOT NULL,
    CONSTRAINT audit_entry_in_sequence UNIQUE (stream, sequence),
    INDEX audit_entry_by_actor (actor_id, id),
    INDEX audit_entry_by_time (at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
