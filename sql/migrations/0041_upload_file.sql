-- 0041  The file as it came, in pieces of at most 1 MB so that no server's max_allowed_packet stands in the way. Kept for
--       stored uploads as evidence; a discarded upload's file is removed.
CREATE TABLE upload_file (
    upload_id BIGINT UNSIGNED NOT NULL,
    piece     INT UNSIGNED NOT NULL,
    content   MEDIUMBLOB NOT NULL,
    CONSTRAINT upload_file_piece PRIMARY KEY (upload_id, piece),
    CONSTRAINT upload_file_of_upload FOREIGN KEY (upload_id) REFERENCES upload (id)
) ENGINE=InnoDB;
