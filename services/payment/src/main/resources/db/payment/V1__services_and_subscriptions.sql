-- A customer's site. Its address is unique for ever among those that are not deleted.
CREATE TABLE services (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    user_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(100) NOT NULL,
    slug VARCHAR(63) NOT NULL,
    domain VARCHAR(253) NULL,
    status VARCHAR(20) NOT NULL,
    plan_type VARCHAR(20) NOT NULL,
    template_id BIGINT UNSIGNED NULL,
    locale VARCHAR(5) NOT NULL,
    created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    updated_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    UNIQUE KEY services_slug (slug)
);
CREATE INDEX services_user ON services (user_id, id);
CREATE INDEX services_status ON services (status);

CREATE TABLE subscriptions (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    user_id BIGINT UNSIGNED NOT NULL,
    service_id BIGINT UNSIGNED NOT NULL,
    plan_type ENUM('basic', 'premium', 'enterprise') NOT NULL,
    status ENUM('active', 'cancelled', 'expired') DEFAULT 'active',
    start_date TIMESTAMP NOT NULL,
    end_date TIMESTAMP NOT NULL,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    trial_ends_at TIMESTAMP(6) NULL,
    UNIQUE KEY subscriptions_service (service_id)
);
CREATE INDEX subscriptions_user ON subscriptions (user_id, id);
