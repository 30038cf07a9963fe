-- Jobs of all kinds are in one table now, the platform's.
INSERT INTO jobs (task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
    consecutive_failures, last_heartbeat, version, priority)
SELECT task_name, task_instance, task_data, execution_time, picked, picked_by, last_success, last_failure,
    consecutive_failures, last_heartbeat, version, priority FROM scheduled_tasks;
DROP TABLE scheduled_tasks;
