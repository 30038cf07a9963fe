-- A version can be given a name, and says which one it brought back.
ALTER TABLE page_events ADD COLUMN name VARCHAR(100) NULL;
ALTER TABLE page_events ADD COLUMN restored_version BIGINT NULL;

-- A page in the trash has an address that no page can have, so that its own is free; its events know that one.
ALTER TABLE pages ADD COLUMN trashed_at TIMESTAMP(6) NULL;
-- When its old versions were last thinned.
ALTER TABLE pages ADD COLUMN thinned_at TIMESTAMP(6) NULL;
