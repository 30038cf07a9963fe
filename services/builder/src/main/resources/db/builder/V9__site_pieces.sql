-- Which page is shown where nothing is; what networks show of a shared link; the notice about cookies.
ALTER TABLE site_settings ADD COLUMN not_found_page_id BIGINT UNSIGNED NULL;
ALTER TABLE site_settings ADD COLUMN social_image_url VARCHAR(500) NULL;
ALTER TABLE site_settings ADD COLUMN cookie_notice JSON NULL;

-- Where old addresses of a site lead now, in the order their owner gave them.
CREATE TABLE site_redirects (
    service_id BIGINT UNSIGNED NOT NULL,
    position INT NOT NULL,
    from_path VARCHAR(500) NOT NULL,
    target VARCHAR(1000) NOT NULL,
    permanent BOOLEAN NOT NULL,
    PRIMARY KEY (service_id, position)
);

-- The menu of a site, as one list.
CREATE TABLE site_menus (
    service_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    entries JSON NOT NULL
);
