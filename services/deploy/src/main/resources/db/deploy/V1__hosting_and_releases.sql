-- Room on the built-in host: which site, whose, under which name.
CREATE TABLE hosted_sites (
    service_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    owner_id BIGINT UNSIGNED NOT NULL,
    slug VARCHAR(63) NOT NULL,
    state VARCHAR(20) NOT NULL,
    live_release_id BIGINT UNSIGNED NULL,
    UNIQUE KEY hosted_sites_slug (slug)
);

CREATE TABLE releases (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT UNSIGNED NOT NULL,
    note VARCHAR(500) NULL,
    pages INT NOT NULL,
    files INT NOT NULL,
    bytes BIGINT NOT NULL,
    -- Page versions in it, so that the builder can be told what is public after a rollback.
    page_versions JSON NOT NULL,
    created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6)
);
CREATE INDEX releases_service ON releases (service_id, id);

CREATE TABLE deployments (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT UNSIGNED NOT NULL,
    release_id BIGINT UNSIGNED NULL,
    note VARCHAR(500) NULL,
    status VARCHAR(20) NOT NULL,
    progress INT NOT NULL,
    pages INT NULL,
    files INT NULL,
    bytes BIGINT NULL,
    started_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    finished_at TIMESTAMP(6) NULL,
    error_code VARCHAR(60) NULL,
    error_detail VARCHAR(500) NULL
);
CREATE INDEX deployments_service ON deployments (service_id, id);

-- Compressed forms of files, so that what did not change is not compressed again.
CREATE TABLE variants (
    sha256 CHAR(64) NOT NULL PRIMARY KEY,
    gzip_sha256 CHAR(64) NULL,
    gzip_bytes BIGINT NULL,
    brotli_sha256 CHAR(64) NULL,
    brotli_bytes BIGINT NULL
);

-- db-scheduler's table, its columns as the library documents them.
CREATE TABLE scheduled_tasks (
    task_name VARCHAR(100) NOT NULL,
    task_instance VARCHAR(100) NOT NULL,
    task_data BLOB NULL,
    execution_time TIMESTAMP(6) NOT NULL,
    picked BOOLEAN NOT NULL,
    picked_by VARCHAR(50) NULL,
    last_success TIMESTAMP(6) NULL,
    last_failure TIMESTAMP(6) NULL,
    consecutive_failures INT NULL,
    last_heartbeat TIMESTAMP(6) NULL,
    version BIGINT NOT NULL,
    priority SMALLINT NULL,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);
