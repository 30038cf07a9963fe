-- Answers to requests that carried an Idempotency-Key, so that a retry gets the first answer again.
CREATE TABLE idempotency_keys (
    scope VARCHAR(80) NOT NULL,
    idempotency_key VARCHAR(255) NOT NULL,
    fingerprint CHAR(64) NOT NULL,
    claimed_by VARCHAR(64) NOT NULL,
    status INT NULL,
    answer LONGBLOB NULL,
    created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    PRIMARY KEY (scope, idempotency_key)
);
CREATE INDEX idempotency_keys_created ON idempotency_keys (created_at);
