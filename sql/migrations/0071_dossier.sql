-- 0071  Dossiers. A state changes only by the transition table (workflow/transition.h), with its history row. Whoever
--       submitted or appraised never approves: told by the program, and made impossible here. living_run_id keeps a
--       proposal run from being turned into two dossiers; a rejected or withdrawn one frees it.
CREATE TABLE dossier (
    id               BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    round_id         BIGINT UNSIGNED NOT NULL,
    run_id           BIGINT UNSIGNED NULL,
    title            VARCHAR(300)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    default_citation VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    state            VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    version          INT UNSIGNED    NOT NULL DEFAULT 1,  -- raised by each step and each change of its nominees
    pass             INT UNSIGNED    NOT NULL DEFAULT 1,  -- raised when appraisal begins anew
    handled          BOOLEAN         NOT NULL DEFAULT FALSE,
    created_by       BIGINT UNSIGNED NOT NULL,
    created_at       DATETIME(6)     NOT NULL,
    submitted_by     BIGINT UNSIGNED NULL,
    submitted_at     DATETIME(6)     NULL,
    appraised_by     BIGINT UNSIGNED NULL,
    forwarded_by     BIGINT UNSIGNED NULL,
    approved_by      BIGINT UNSIGNED NULL,
    approved_at      DATETIME(6)     NULL,
    changed_by       BIGINT UNSIGNED NOT NULL,
    changed_by_name  VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    changed_at       DATETIME(6)     NOT NULL,
    state_since      DATETIME(6)     NOT NULL,
    living_run_id    BIGINT UNSIGNED GENERATED ALWAYS AS
        (CASE WHEN state IN ('rejected', 'withdrawn') THEN NULL ELSE run_id END) STORED,
    CONSTRAINT dossier_state_known CHECK (state IN
        ('draft', 'submitted', 'appraised', 'with_chair', 'approved', 'rejected', 'decided', 'withdrawn')),
    CONSTRAINT dossier_submitter_does_not_appraise CHECK (appraised_by <> submitted_by),
    CONSTRAINT dossier_submitter_does_not_approve CHECK (approved_by <> submitted_by),
    CONSTRAINT dossier_appraiser_does_not_approve CHECK (approved_by <> appraised_by),
    CONSTRAINT dossier_creator_does_not_approve CHECK (approved_by <> created_by),
    CONSTRAINT dossier_approved_by_somebody CHECK (state NOT IN ('approved', 'decided') OR approved_by IS NOT NULL),
    CONSTRAINT dossier_once_per_run UNIQUE (living_run_id),
    CONSTRAINT dossier_in_round FOREIGN KEY (round_id) REFERENCES emulation_round (id),
    CONSTRAINT dossier_from_run FOREIGN KEY (run_id) REFERENCES proposal_run (id),
    CONSTRAINT dossier_created_by_user FOREIGN KEY (created_by) REFERENCES app_user (id),
    CONSTRAINT dossier_submitted_by_user FOREIGN KEY (submitted_by) REFERENCES app_user (id),
    CONSTRAINT dossier_appraised_by_user FOREIGN KEY (appraised_by) REFERENCES app_user (id),
    CONSTRAINT dossier_forwarded_by_user FOREIGN KEY (forwarded_by) REFERENCES app_user (id),
    CONSTRAINT dossier_approved_by_user FOREIGN KEY (approved_by) REFERENCES app_user (id),
    INDEX dossier_waiting (state, state_since),
    INDEX dossier_of_round (round_id, id)
) ENGINE=InnoDB;
