-- 0070  People who were ever nominated, known by id and never by a typed name: namesakes of one unit are two rows.
--       name_folded is searched (marks and case gone), name_key sorts by given name; both computed by the program.
CREATE TABLE person (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    honorific   VARCHAR(4)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name_folded VARBINARY(600)  NOT NULL,
    name_key    VARBINARY(2000) NOT NULL,
    post        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    unit_id     BIGINT UNSIGNED NOT NULL,
    version     INT UNSIGNED    NOT NULL DEFAULT 1,
    CONSTRAINT person_honorific_known CHECK (honorific IN ('', 'mr', 'ms')),
    CONSTRAINT person_works_in_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    INDEX person_of_unit_by_name (unit_id, name_folded)
) ENGINE=InnoDB;
