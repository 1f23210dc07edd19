-- 0084  The words by which a record is found: of name, unit and decision number, folded. A search for the beginning of a
--       word is a range of this key, however many records there are.
CREATE TABLE commendation_word (
    word      VARBINARY(80)   NOT NULL,
    record_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (word, record_id),
    CONSTRAINT commendation_word_of_record FOREIGN KEY (record_id) REFERENCES commendation_record (id),
    INDEX commendation_word_by_record (record_id)
) ENGINE=InnoDB;
