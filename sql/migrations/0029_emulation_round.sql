-- 0029  The rounds of awards; uploads, publications, runs, dossiers and decisions hang on one each.
CREATE TABLE emulation_round (
    id               BIGINT UNSIGNED   NOT NULL AUTO_INCREMENT PRIMARY KEY,
    title            VARCHAR(300)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    title_folded     VARBINARY(600)    NOT NULL,
    year             SMALLINT UNSIGNED NOT NULL,
    default_citation VARCHAR(1000)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    conference_date  DATE              NULL,
    is_open          BOOLEAN           NOT NULL DEFAULT TRUE,
    illustrative     BOOLEAN           NOT NULL DEFAULT FALSE,
    version          INT UNSIGNED      NOT NULL DEFAULT 1,
    changed_by       VARCHAR(200)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at       DATETIME(6)       NOT NULL,
    CONSTRAINT emulation_round_title UNIQUE (title_folded)
) ENGINE=InnoDB;
