-- 0062  Proposal runs, kept whole: the standings they read, the officer's decisions on equal places, and the result with
--       every reason. Nothing is recomputed to show one, and none is ever changed.
CREATE TABLE proposal_run (
    id                  BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id            BIGINT UNSIGNED NOT NULL,
    number              INT UNSIGNED NOT NULL,  -- within the round
    publication_id      BIGINT UNSIGNED NOT NULL,
    rule_set_version_id BIGINT UNSIGNED NOT NULL,
    standings           LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- JSON
    decisions           LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- JSON
    result              LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- JSON
    run_by              BIGINT UNSIGNED NOT NULL,
    run_by_name         VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    run_at              DATETIME(6) NOT NULL,
    CONSTRAINT proposal_run_number_once UNIQUE (round_id, number),
    CONSTRAINT proposal_run_of_round FOREIGN KEY (round_id) REFERENCES emulation_round (id),
    CONSTRAINT proposal_run_of_publication FOREIGN KEY (publication_id) REFERENCES publication (id),
    CONSTRAINT proposal_run_of_rules FOREIGN KEY (rule_set_version_id) REFERENCES rule_set_version (id),
    CONSTRAINT proposal_run_by FOREIGN KEY (run_by) REFERENCES app_user (id)
) ENGINE=InnoDB;
