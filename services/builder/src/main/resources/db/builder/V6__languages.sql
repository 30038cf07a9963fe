-- Languages of a site besides its main one (sites.locale), in the order in which visitors are offered them. Their pages
-- have addresses that begin with the language: en/menu.
CREATE TABLE site_languages (
    service_id BIGINT UNSIGNED NOT NULL,
    language VARCHAR(5) NOT NULL,
    position INT NOT NULL,
    seo_title VARCHAR(255) NULL,
    seo_description TEXT NULL,
    PRIMARY KEY (service_id, language)
);

-- Pages with one number say the same in different languages.
ALTER TABLE pages ADD COLUMN translation_group BIGINT UNSIGNED NULL;
CREATE INDEX pages_translation_group ON pages (translation_group);
