-- What the file was when it was sent: the same file again is the same asset, though it is kept otherwise.
ALTER TABLE assets ADD COLUMN upload_sha256 CHAR(64) NULL;
ALTER TABLE assets ADD COLUMN alt VARCHAR(500) NOT NULL DEFAULT '';
-- What matters in a picture, in per cent from its left and its top; stays in sight where it is cut to fit.
ALTER TABLE assets ADD COLUMN focal_x INT NOT NULL DEFAULT 50;
ALTER TABLE assets ADD COLUMN focal_y INT NOT NULL DEFAULT 50;
CREATE INDEX assets_upload ON assets (service_id, upload_sha256);

-- Pictures of which smaller ones are made, by their bytes: the same for all sites. Due until they are made.
CREATE TABLE pictures (
    sha256 CHAR(64) NOT NULL PRIMARY KEY,
    attempts INT NOT NULL DEFAULT 0,
    due_at TIMESTAMP(6) NULL
);
CREATE INDEX pictures_due ON pictures (due_at);

CREATE TABLE picture_variants (
    sha256 CHAR(64) NOT NULL,
    width INT NOT NULL,
    height INT NOT NULL,
    variant_sha256 CHAR(64) NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (sha256, width),
    FOREIGN KEY (sha256) REFERENCES pictures(sha256) ON DELETE CASCADE
);
CREATE INDEX picture_variants_sha256 ON picture_variants (variant_sha256);

-- Those that were uploaded before get theirs, too.
INSERT INTO pictures (sha256, due_at)
SELECT DISTINCT sha256, CURRENT_TIMESTAMP(6) FROM assets
WHERE site_path IS NULL AND media_type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif');
