-- What visitors are to see of a site that has a release.
ALTER TABLE hosted_sites ADD COLUMN visibility VARCHAR(20) NOT NULL DEFAULT 'PUBLIC';

-- Whether a deployment makes a site public that was taken off the net; taken back when that happens after it was ordered.
ALTER TABLE deployments ADD COLUMN opens BOOLEAN NOT NULL DEFAULT TRUE;

-- What is to be published later; one plan for each site.
CREATE TABLE planned_publications (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT UNSIGNED NOT NULL,
    publish_at TIMESTAMP(6) NOT NULL,
    note VARCHAR(500) NULL,
    UNIQUE KEY planned_publications_service (service_id)
);
