-- Whose site is it: every question about pages, settings and assets is answered through this table.
CREATE TABLE sites (
    service_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    owner_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(100) NOT NULL,
    locale VARCHAR(5) NOT NULL,
    created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6)
);
CREATE INDEX sites_owner ON sites (owner_id);

CREATE TABLE templates (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    type VARCHAR(50) NOT NULL,
    html LONGTEXT,
    css LONGTEXT,
    components JSON,
    thumb_url VARCHAR(500),
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    -- Built-in templates have a key and the digest of the resources they were made from.
    template_key VARCHAR(50) NULL,
    digest CHAR(64) NULL,
    name_en VARCHAR(255) NULL,
    description VARCHAR(500) NULL,
    description_en VARCHAR(500) NULL,
    UNIQUE KEY templates_key (template_key)
);

CREATE TABLE template_pages (
    template_id BIGINT UNSIGNED NOT NULL,
    locale VARCHAR(5) NOT NULL,
    position INT NOT NULL,
    slug VARCHAR(255) NOT NULL,
    title VARCHAR(255) NOT NULL,
    head LONGTEXT NULL,
    project LONGBLOB NOT NULL,
    PRIMARY KEY (template_id, locale, position)
);

CREATE TABLE pages (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT UNSIGNED NOT NULL,
    title VARCHAR(255) NOT NULL,
    slug VARCHAR(255) NOT NULL,
    -- What is stored: format and size. The project itself is in page_versions, compressed.
    content JSON,
    is_published BOOLEAN DEFAULT FALSE,
    published_at TIMESTAMP NULL,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    version BIGINT NOT NULL,
    published_version BIGINT NULL,
    head LONGTEXT NULL,
    UNIQUE KEY pages_slug (service_id, slug)
);

-- Every saved state of a page; the newest one is the page.
CREATE TABLE page_versions (
    page_id BIGINT UNSIGNED NOT NULL,
    version BIGINT NOT NULL,
    author_id BIGINT UNSIGNED NULL,
    saved_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6),
    digest CHAR(64) NOT NULL,
    bytes INT NOT NULL,
    project LONGBLOB NOT NULL,
    PRIMARY KEY (page_id, version),
    FOREIGN KEY (page_id) REFERENCES pages(id) ON DELETE CASCADE
);

CREATE TABLE site_settings (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT UNSIGNED NOT NULL,
    seo_title VARCHAR(255),
    seo_description TEXT,
    meta_tags JSON,
    header_script TEXT,
    footer_script TEXT,
    favicon_url VARCHAR(500),
    custom_css TEXT,
    custom_js TEXT,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    UNIQUE KEY site_settings_service (service_id)
);

CREATE TABLE assets (
    id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY,
    service_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(255) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    bytes BIGINT NOT NULL,
    width INT NULL,
    height INT NULL,
    -- Files of an imported site keep the place they had there.
    site_path VARCHAR(500) NULL,
    created_at TIMESTAMP(6) DEFAULT CURRENT_TIMESTAMP(6)
);
CREATE INDEX assets_service ON assets (service_id, id);
CREATE INDEX assets_sha256 ON assets (sha256);
