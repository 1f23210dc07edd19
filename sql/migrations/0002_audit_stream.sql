-- 0002  One row per audit stream: locked while an entry is added, and it counts them, so that a cut tail shows.
CREATE TABLE audit_stream (
    stream  VARCHAR(96)     COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    entries BIGINT UNSIGNED NOT NULL
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
