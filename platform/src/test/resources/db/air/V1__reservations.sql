CREATE TABLE reservations (
    trip BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL,
    cancelled BOOLEAN NOT NULL,
    PRIMARY KEY (trip, kind)
);
-- One for each time that something was reserved.
CREATE TABLE effects (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    trip BIGINT NOT NULL,
    kind VARCHAR(20) NOT NULL
);
