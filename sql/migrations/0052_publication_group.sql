-- 0052  What a publication froze for each peer group besides its rows: the framework it was ranked by, mean, median,
--       counts.
CREATE TABLE publication_group (
    publication_id    BIGINT UNSIGNED NOT NULL,
    group_id          BIGINT UNSIGNED NOT NULL,
    position          INT UNSIGNED NOT NULL,
    name              VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    framework_id      BIGINT UNSIGNED NULL,  -- none: nobody had saved one, the plain one was used
    framework_version INT UNSIGNED NOT NULL,
    criteria          VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    framework         LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    framework_changed BOOLEAN NOT NULL,
    units             INT UNSIGNED NOT NULL,
    ranked            INT UNSIGNED NOT NULL,
    mean              DECIMAL(24,6) NULL,
    median            DECIMAL(24,6) NULL,
    previous_mean     DECIMAL(24,6) NULL,
    band_counts       LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- JSON [["Tốt",16],…] in order
    rose              INT UNSIGNED NOT NULL,
    fell              INT UNSIGNED NOT NULL,
    PRIMARY KEY (publication_id, group_id),
    CONSTRAINT publication_group_position_once UNIQUE (publication_id, position),
    CONSTRAINT publication_group_of_publication FOREIGN KEY (publication_id) REFERENCES publication (id),
    CONSTRAINT publication_group_of_group FOREIGN KEY (group_id) REFERENCES peer_group (id),
    CONSTRAINT publication_group_framework FOREIGN KEY (framework_id) REFERENCES framework (id)
) ENGINE=InnoDB;
