-- What happened to each page, in its order; `pages` is what comes of it and can be made of it again.
CREATE TABLE page_events (
    page_id BIGINT UNSIGNED NOT NULL,
    version BIGINT NOT NULL,
    author_id BIGINT UNSIGNED NULL,
    -- The editor (a window of a browser) and its own name for what it sent: a request that is repeated is known by it.
    editor VARCHAR(40) NULL,
    edit_id VARCHAR(40) NULL,
    saved_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    -- Where they changed.
    title VARCHAR(255) NULL,
    slug VARCHAR(255) NULL,
    -- Of the project as JSON, as far as is known.
    bytes INT NOT NULL,
    -- What was changed, as JSON, compressed; absent when the whole project was replaced.
    changes LONGBLOB NULL,
    -- The whole project as it is then, compressed, with its digest: for each replacement, and now and then so that
    -- reading it is not long.
    digest CHAR(64) NULL,
    project LONGBLOB NULL,
    PRIMARY KEY (page_id, version),
    UNIQUE KEY page_events_edit (page_id, edit_id),
    FOREIGN KEY (page_id) REFERENCES pages(id) ON DELETE CASCADE
);

-- Without their digests: their parts have no names yet, and get them when they are read.
INSERT INTO page_events (page_id, version, author_id, saved_at, bytes, project)
SELECT page_id, version, author_id, saved_at, bytes, project FROM page_versions;

UPDATE page_events SET
    title = (SELECT p.title FROM pages p WHERE p.id = page_events.page_id),
    slug = (SELECT p.slug FROM pages p WHERE p.id = page_events.page_id)
WHERE version = 1;

DROP TABLE page_versions;

-- Who has a page open.
CREATE TABLE page_presence (
    page_id BIGINT UNSIGNED NOT NULL,
    editor VARCHAR(40) NOT NULL,
    user_id BIGINT UNSIGNED NOT NULL,
    since TIMESTAMP(6) NOT NULL,
    seen_at TIMESTAMP(6) NOT NULL,
    PRIMARY KEY (page_id, editor),
    FOREIGN KEY (page_id) REFERENCES pages(id) ON DELETE CASCADE
);
