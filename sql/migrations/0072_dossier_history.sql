-- 0072  One row per step of a dossier, written with the step; the server may only add and read.
CREATE TABLE dossier_history (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    dossier_id BIGINT UNSIGNED NOT NULL,
    action     VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    from_state VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    to_state   VARCHAR(12)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    by_id      BIGINT UNSIGNED NOT NULL,
    by_name    VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,  -- as it was then
    by_post    VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    at         DATETIME(6)     NOT NULL,
    reason     VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    CONSTRAINT dossier_history_gives_reasons CHECK (action NOT IN ('return', 'reject') OR reason <> ''),
    CONSTRAINT dossier_history_of_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    CONSTRAINT dossier_history_by_user FOREIGN KEY (by_id) REFERENCES app_user (id)
) ENGINE=InnoDB;
