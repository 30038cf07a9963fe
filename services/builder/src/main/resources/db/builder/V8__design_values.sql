-- Colours and typefaces that hold in the place of those that a site's style sheets name.
CREATE TABLE design_values (
    service_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(64) NOT NULL,
    chosen VARCHAR(400) NOT NULL,
    PRIMARY KEY (service_id, name)
);
