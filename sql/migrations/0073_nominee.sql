-- 0073  The nominees of dossiers. An individual place without a person is an empty place. Nobody is in a dossier twice:
--       a person not at all, a collective not for the same award.
CREATE TABLE nominee (
    id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    dossier_id         BIGINT UNSIGNED NOT NULL,
    position           INT UNSIGNED    NOT NULL,  -- the order of lists: award, kind, then group and unit
    award              VARCHAR(32)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind               VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    source             VARCHAR(8)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_id            BIGINT UNSIGNED NOT NULL,
    unit_name          VARCHAR(300)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    person_id          BIGINT UNSIGNED NULL,
    honorific          VARCHAR(4)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    person_name        VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    post               VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    achievement        VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- empty: the default citation
    reason             VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    group_name         VARCHAR(300)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    place              INT             NULL,
    ranked             INT             NULL,
    index_value        DECIMAL(24,6)   NULL,
    verdict            LONGTEXT      CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- the criteria, JSON
    added_by           BIGINT UNSIGNED NOT NULL,  -- of a place: who filled it last
    added_by_name      VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    added_at           DATETIME(6)     NOT NULL,
    version            INT UNSIGNED    NOT NULL DEFAULT 1,
    collective_unit_id BIGINT UNSIGNED GENERATED ALWAYS AS
        (CASE WHEN kind = 'collective' THEN unit_id ELSE NULL END) STORED,
    CONSTRAINT nominee_kind_known CHECK (kind IN ('collective', 'individual')),
    CONSTRAINT nominee_source_known CHECK (source IN ('run', 'place', 'free')),
    CONSTRAINT nominee_free_has_reason CHECK (source <> 'free' OR reason <> ''),
    CONSTRAINT nominee_collective_is_no_person CHECK (kind <> 'collective' OR person_id IS NULL),
    CONSTRAINT nominee_person_once UNIQUE (dossier_id, person_id),
    CONSTRAINT nominee_collective_once UNIQUE (dossier_id, award, collective_unit_id),
    CONSTRAINT nominee_of_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    CONSTRAINT nominee_of_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT nominee_is_person FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT nominee_added_by_user FOREIGN KEY (added_by) REFERENCES app_user (id),
    INDEX nominee_in_order (dossier_id, position)
) ENGINE=InnoDB;
