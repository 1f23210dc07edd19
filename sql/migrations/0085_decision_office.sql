-- 0085  The office as a decision's papers name it: after a merger a reprint still says what was signed. Decisions numbered
--       before this step get the names the office bears when it runs.
ALTER TABLE decision
    ADD COLUMN office_province   VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL AFTER issuer,
    ADD COLUMN office_committee  VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL AFTER office_province,
    ADD COLUMN office_department VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL AFTER office_committee,
    ADD COLUMN office_place      VARCHAR(100)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL AFTER office_department;
UPDATE decision JOIN office ON office.id = 1
SET office_province = office.province, office_committee = office.committee,
    office_department = office.department, office_place = office.place;
