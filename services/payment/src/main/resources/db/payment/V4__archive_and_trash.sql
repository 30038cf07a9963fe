-- Since when a site is in the archive or in the trash.
ALTER TABLE services ADD COLUMN set_aside_at TIMESTAMP(6) NULL;
