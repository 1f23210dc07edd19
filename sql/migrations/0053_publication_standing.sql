-- 0053  The frozen rows, laid out in the order they are read: a page of a ranking is one range of the primary key.
CREATE TABLE publication_standing (
    publication_id    BIGINT UNSIGNED NOT NULL,
    group_id          BIGINT UNSIGNED NOT NULL,
    position          INT UNSIGNED NOT NULL,
    unit_id           BIGINT UNSIGNED NOT NULL,
    code              VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_name         VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    search_text       VARBINARY(700) NOT NULL,  -- name and code, lower case without marks
    name_key          VARBINARY(2000) NOT NULL,  -- sorts by the Vietnamese alphabet
    place             INT UNSIGNED NULL,  -- none: assessed but not ranked
    index_value       DECIMAL(24,6) NOT NULL,
    band              VARCHAR(60) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    change_points     DECIMAL(24,6) NULL,
    change_places     INT NULL,
    framework_changed BOOLEAN NOT NULL,
    tie_break         TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    parts             LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- JSON [["Thẩm định","60.5"],…] in sheet order
    sheet             VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sheet_row         INT UNSIGNED NOT NULL,
    evidence          TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    note              TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- the sheet's remark
    illustrative      BOOLEAN NOT NULL,  -- the index was made up for the sample
    parts_illustrative BOOLEAN NOT NULL,
    PRIMARY KEY (publication_id, group_id, position),
    CONSTRAINT publication_standing_unit_once UNIQUE (publication_id, unit_id),
    CONSTRAINT publication_standing_of_group
        FOREIGN KEY (publication_id, group_id) REFERENCES publication_group (publication_id, group_id),
    CONSTRAINT publication_standing_of_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    INDEX publication_standing_by_unit (unit_id, publication_id)
) ENGINE=InnoDB;
