-- 0025  Roles and how far they reach: the province or one unit. A row with neither reaches nothing.
CREATE TABLE user_grant (
    id       BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id  BIGINT UNSIGNED NOT NULL,
    role     VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_id  BIGINT UNSIGNED NULL,
    province BOOLEAN         NOT NULL DEFAULT FALSE,
    CONSTRAINT user_grant_of_user FOREIGN KEY (user_id) REFERENCES app_user (id),
    CONSTRAINT user_grant_for_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT user_grant_role_known CHECK (role IN ('officer', 'proposing_unit', 'appraiser', 'director',
        'chair', 'clerk', 'administrator', 'auditor')),
    CONSTRAINT user_grant_one_scope CHECK (unit_id IS NULL OR NOT province)
) ENGINE=InnoDB;
