-- 0027  Attempts at a login or from an address, so that guessing gets slower with each failure, on every node alike. The
--       key is a digest, because people type passwords into the login field.
CREATE TABLE sign_in_attempt (
    attempt_key   BINARY(32)   NOT NULL PRIMARY KEY,
    failures      INT UNSIGNED NOT NULL,
    last_at       DATETIME(6)  NOT NULL,
    blocked_until DATETIME(6)  NOT NULL
) ENGINE=InnoDB;
