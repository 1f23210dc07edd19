-- 0054  A published ranking never changes: a correction is a new one. Whoever tries gets an error from the database itself.
CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a publication is frozen';
CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a publication is frozen';
CREATE TRIGGER publication_group_no_update BEFORE UPDATE ON publication_group FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a publication is frozen';
CREATE TRIGGER publication_group_no_delete BEFORE DELETE ON publication_group FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a publication is frozen';
CREATE TRIGGER publication_standing_no_update BEFORE UPDATE ON publication_standing FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published standing is frozen';
CREATE TRIGGER publication_standing_no_delete BEFORE DELETE ON publication_standing FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a published standing is frozen';
CREATE TRIGGER framework_no_update BEFORE UPDATE ON framework FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a framework version is frozen';
