-- What this service tells others, for ever. It is numbered once its transaction is committed.
CREATE TABLE outbox_events (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    seq BIGINT UNSIGNED NULL,
    type VARCHAR(80) NOT NULL,
    about VARCHAR(120) NOT NULL,
    payload MEDIUMBLOB NOT NULL,
    trace_id VARCHAR(64) NULL,
    told_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6)
);
CREATE UNIQUE INDEX outbox_events_seq ON outbox_events (seq);

CREATE TABLE outbox_counter (
    id INT PRIMARY KEY,
    last_seq BIGINT UNSIGNED NOT NULL
);
INSERT INTO outbox_counter (id, last_seq) VALUES (1, 0);

-- How far this service has heard each teller.
CREATE TABLE inbox_positions (
    teller VARCHAR(40) PRIMARY KEY,
    seq BIGINT UNSIGNED NOT NULL
);

-- What it could not hear, and what follows about the same thing.
CREATE TABLE parked_events (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    teller VARCHAR(40) NOT NULL,
    seq BIGINT UNSIGNED NOT NULL,
    type VARCHAR(80) NOT NULL,
    about VARCHAR(120) NOT NULL,
    told_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    trace_id VARCHAR(64) NULL,
    payload MEDIUMBLOB NOT NULL,
    reason TEXT NULL,
    parked_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6)
);
CREATE INDEX parked_events_about ON parked_events (teller, about);
