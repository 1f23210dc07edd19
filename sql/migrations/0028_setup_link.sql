-- 0028  The one-time link by which the first administrator enters; at most one.
CREATE TABLE setup_link (
    id           TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    token_digest BINARY(32)       NOT NULL,
    expires_at   DATETIME(6)      NOT NULL,
    CONSTRAINT setup_link_only_one CHECK (id = 1)
) ENGINE=InnoDB;
