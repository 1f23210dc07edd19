-- 0001  Idempotency keys: one row per form sent, so that a double click or a retry after a lost connection acts once.
CREATE TABLE submission (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id    BIGINT UNSIGNED NOT NULL,  -- 0 before anybody is signed in
    token      VARCHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    form       VARCHAR(190)    COLLATE utf8mb4_bin NOT NULL,  -- the route's pattern
    outcome    VARCHAR(1000)   COLLATE utf8mb4_bin NULL,      -- set in the same transaction as the act
    at         DATETIME(6)     NOT NULL,
    CONSTRAINT submission_once UNIQUE (user_id, token),
    INDEX submission_by_age (at)
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
