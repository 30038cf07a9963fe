-- Work over several services, as far as it has got. A row that has ended keeps no state: that may name people.
CREATE TABLE sagas (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    type VARCHAR(60) NOT NULL,
    saga_key VARCHAR(120) NOT NULL,
    status VARCHAR(10) NOT NULL,
    direction VARCHAR(10) NOT NULL,
    step VARCHAR(60) NOT NULL,
    -- Of the present step: how often it failed, since when it is tried, and when it is tried next.
    failures INT NOT NULL,
    since_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    due_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    deadline TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    state MEDIUMBLOB NULL,
    last_error VARCHAR(500) NULL,
    trace_id VARCHAR(64) NULL,
    -- Rises with every write: who writes upon an older one has been overtaken.
    version BIGINT NOT NULL,
    created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    UNIQUE KEY sagas_key (type, saga_key)
);
CREATE INDEX sagas_status ON sagas (status, id);

-- db-scheduler's table, its columns as the library documents them.
CREATE TABLE jobs (
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
CREATE INDEX jobs_execution_time ON jobs (execution_time);
CREATE INDEX jobs_heartbeat ON jobs (last_heartbeat);

-- What was told about people who leave is found by them.
CREATE INDEX outbox_events_about ON outbox_events (about);
