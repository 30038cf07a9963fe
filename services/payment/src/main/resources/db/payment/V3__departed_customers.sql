-- Users who are gone: what was under way for them comes to nothing. A number only.
CREATE TABLE departed_customers (
    user_id BIGINT UNSIGNED PRIMARY KEY
);
