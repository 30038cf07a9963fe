-- Refresh tokens that were exchanged. A use of one of them again ends its session; successor is the token it was
-- exchanged for, sealed, and kept for the seconds in which a doubled request gets the same answer.
CREATE TABLE used_refresh_tokens (
    token CHAR(64) PRIMARY KEY,
    session_id BIGINT UNSIGNED NOT NULL,
    used_at TIMESTAMP(6) NOT NULL,
    successor BLOB NULL,
    FOREIGN KEY (session_id) REFERENCES user_sessions(id) ON DELETE CASCADE
);
CREATE INDEX used_refresh_tokens_used_at ON used_refresh_tokens (used_at);

-- Links in messages: SHA-256 (hex) of the token; a used or replaced token is deleted.
CREATE TABLE one_time_tokens (
    token CHAR(64) PRIMARY KEY,
    user_id BIGINT UNSIGNED NOT NULL,
    purpose ENUM('verify_email', 'reset_password') NOT NULL,
    expires_at TIMESTAMP(6) NOT NULL,
    created_at TIMESTAMP(6) NOT NULL,
    FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX one_time_tokens_user ON one_time_tokens (user_id, purpose);

-- Messages that are still to be handed to the notification service; the row goes once that has accepted it.
CREATE TABLE pending_messages (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    purpose ENUM('verify_email', 'reset_password') NOT NULL,
    email VARCHAR(255) NOT NULL,
    token BLOB NULL,
    attempts INT DEFAULT 0 NOT NULL,
    next_try_at TIMESTAMP(6) NOT NULL,
    UNIQUE KEY pending_messages_once (purpose, email)
);
CREATE INDEX pending_messages_next_try_at ON pending_messages (next_try_at);

-- key_pair: an RSA key as JSON Web Key, sealed. token_life_seconds: the longest life of a token it may have signed.
CREATE TABLE signing_keys (
    generation INT PRIMARY KEY,
    key_pair BLOB NOT NULL,
    created_at TIMESTAMP(6) NOT NULL,
    signs_from TIMESTAMP(6) NOT NULL,
    token_life_seconds BIGINT NOT NULL
);

-- Networks from which a user has logged in before: what others try elsewhere does not slow him down here.
CREATE TABLE known_networks (
    user_id BIGINT UNSIGNED NOT NULL,
    network VARCHAR(45) NOT NULL,
    last_used_at TIMESTAMP(6) NOT NULL,
    PRIMARY KEY (user_id, network),
    FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
