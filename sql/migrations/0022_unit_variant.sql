-- 0022  Other spellings of a unit met in sheets, and its former names. One spelling means one unit.
CREATE TABLE unit_variant (
    id      BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    unit_id BIGINT UNSIGNED NOT NULL,
    variant VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    folded  VARBINARY(600)  NOT NULL,
    CONSTRAINT unit_variant_once UNIQUE (folded),
    CONSTRAINT unit_variant_of_unit FOREIGN KEY (unit_id) REFERENCES unit (id)
) ENGINE=InnoDB;
