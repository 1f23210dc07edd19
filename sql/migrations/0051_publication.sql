-- 0051  A published ranking: the decision that announced it. A round is published once (edition 1); each correction is
--       the next edition, names the one it replaces, and an edition can be replaced only once.
CREATE TABLE publication (
    id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id         BIGINT UNSIGNED NOT NULL,
    edition          INT UNSIGNED NOT NULL,
    year             SMALLINT UNSIGNED NOT NULL,
    decision_number  VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    decision_date    DATE NOT NULL,
    conference_date  DATE NULL,
    published_by     BIGINT UNSIGNED NOT NULL,
    published_at     DATETIME(6) NOT NULL,
    replaces_id      BIGINT UNSIGNED NULL,
    reason           VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    upload_id        BIGINT UNSIGNED NOT NULL,
    file_name        VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    file_hash        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    compared_with_id BIGINT UNSIGNED NULL,
    snapshot_hash    CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,  -- SHA-256 of the canonical JSON
    CONSTRAINT publication_edition_once UNIQUE (round_id, edition),
    CONSTRAINT publication_replaced_once UNIQUE (replaces_id),
    CONSTRAINT publication_names_the_old CHECK ((edition = 1) = (replaces_id IS NULL)),
    CONSTRAINT publication_correction_has_reason CHECK (edition = 1 OR reason <> ''),
    CONSTRAINT publication_of_round FOREIGN KEY (round_id) REFERENCES emulation_round (id),
    CONSTRAINT publication_of_upload FOREIGN KEY (upload_id) REFERENCES upload (id),
    CONSTRAINT publication_replaces FOREIGN KEY (replaces_id) REFERENCES publication (id),
    CONSTRAINT publication_compared_with FOREIGN KEY (compared_with_id) REFERENCES publication (id),
    CONSTRAINT publication_published_by FOREIGN KEY (published_by) REFERENCES app_user (id),
    INDEX publication_by_year (year, id)
) ENGINE=InnoDB;
