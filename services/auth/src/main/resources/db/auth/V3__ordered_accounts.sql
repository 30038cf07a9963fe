-- Accounts that another service has ordered for somebody: the same order is the same user, a cancelled one is none.
CREATE TABLE ordered_accounts (
    order_key VARCHAR(120) PRIMARY KEY,
    user_id BIGINT UNSIGNED NULL,
    cancelled BOOLEAN NOT NULL
);
