-- Who signs in by address and password here has the address alone; people of an outside identity provider are known by
-- issuer and subject, and two of its subjects may have one address.
drop index app.uq_app_user_email_key;
create unique index uq_app_user_email_key on app.app_user (email_key) where deleted_at is null and password_hash is not null;
create index ix_app_user_email_key on app.app_user (email_key) where deleted_at is null;
create index ix_invitation_email_key on app.invitation (email_key) where accepted_at is null and revoked_at is null;
