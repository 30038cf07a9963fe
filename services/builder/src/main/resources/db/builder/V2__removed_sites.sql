-- A removed site leaves its number, so that a request which was under way does not bring it back.
ALTER TABLE sites ADD COLUMN removed_at TIMESTAMP(6) NULL;
