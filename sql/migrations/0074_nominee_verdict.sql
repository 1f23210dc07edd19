-- 0074  What each step said about each nominee. Within a pass a verdict may still be changed by the step that gave it
--       (the audit keeps each change); when a dossier is returned, the next pass begins and this one stays as it was.
CREATE TABLE nominee_verdict (
    nominee_id BIGINT UNSIGNED NOT NULL,
    step       VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    pass       INT UNSIGNED    NOT NULL,
    agreed     BOOLEAN         NOT NULL,
    reason     VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_id      BIGINT UNSIGNED NOT NULL,
    by_name    VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at         DATETIME(6)     NOT NULL,
    PRIMARY KEY (nominee_id, step, pass),
    CONSTRAINT nominee_verdict_step_known CHECK (step IN ('appraiser', 'director', 'chair')),
    CONSTRAINT nominee_verdict_refusal_has_reason CHECK (agreed OR reason <> ''),
    CONSTRAINT nominee_verdict_of_nominee FOREIGN KEY (nominee_id) REFERENCES nominee (id),
    CONSTRAINT nominee_verdict_by_user FOREIGN KEY (by_id) REFERENCES app_user (id)
) ENGINE=InnoDB;
