-- 0040  An uploaded result sheet: in preview until it is stored or discarded. The same content may come again, which is
--       noticed by its hash, not forbidden: a correction may go back to an earlier file.
CREATE TABLE upload (
    id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id         BIGINT UNSIGNED NOT NULL,
    state            VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    file_name        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    size             INT UNSIGNED NOT NULL,                                        -- bytes
    sha256           CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    encoding         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- chosen; '' = recognised
    choices          LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    uploaded_by      BIGINT UNSIGNED NOT NULL,
    uploaded_by_name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    uploaded_at      DATETIME(6) NOT NULL,
    decided_by       BIGINT UNSIGNED NULL,
    decided_by_name  VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decided_at       DATETIME(6) NULL,
    row_count        INT UNSIGNED NOT NULL DEFAULT 0,
    warnings         INT UNSIGNED NOT NULL DEFAULT 0,
    version          INT UNSIGNED NOT NULL DEFAULT 1,
    changed_by       VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at       DATETIME(6) NOT NULL,
    CONSTRAINT upload_state_known CHECK (state IN ('preview', 'stored', 'discarded')),
    CONSTRAINT upload_decided_by_somebody CHECK ((state = 'preview') = (decided_by IS NULL)),
    CONSTRAINT upload_of_round FOREIGN KEY (round_id) REFERENCES emulation_round (id),
    CONSTRAINT upload_by_user FOREIGN KEY (uploaded_by) REFERENCES app_user (id),
    CONSTRAINT upload_decided_by_user FOREIGN KEY (decided_by) REFERENCES app_user (id),
    INDEX upload_by_round (round_id, state, id),
    INDEX upload_by_hash (sha256)
) ENGINE=InnoDB;
