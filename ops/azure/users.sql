-- The users of SQL Database, which knows no logins of a database: what ../sqlserver/2-logins.sql makes elsewhere. Run it in
-- the database, as the administrator; run again, it sets the passwords anew. A password must not hold a single quote.
:on error exit
IF DATABASE_PRINCIPAL_ID(N'doable_user') IS NULL
  CREATE USER [doable_user] WITH PASSWORD = N'$(USER_PASSWORD)', DEFAULT_SCHEMA = [dbo];
ELSE
  ALTER USER [doable_user] WITH PASSWORD = N'$(USER_PASSWORD)';
GO
IF DATABASE_PRINCIPAL_ID(N'doable_task') IS NULL
  CREATE USER [doable_task] WITH PASSWORD = N'$(TASK_PASSWORD)', DEFAULT_SCHEMA = [dbo];
ELSE
  ALTER USER [doable_task] WITH PASSWORD = N'$(TASK_PASSWORD)';
GO
IF DATABASE_PRINCIPAL_ID(N'doable_notification') IS NULL
  CREATE USER [doable_notification] WITH PASSWORD = N'$(NOTIFICATION_PASSWORD)', DEFAULT_SCHEMA = [dbo];
ELSE
  ALTER USER [doable_notification] WITH PASSWORD = N'$(NOTIFICATION_PASSWORD)';
GO
IF DATABASE_PRINCIPAL_ID(N'doable_migration') IS NULL
  CREATE USER [doable_migration] WITH PASSWORD = N'$(MIGRATION_PASSWORD)', DEFAULT_SCHEMA = [dbo];
ELSE
  ALTER USER [doable_migration] WITH PASSWORD = N'$(MIGRATION_PASSWORD)';
GO
IF DATABASE_PRINCIPAL_ID(N'user_service') IS NULL
  CREATE ROLE [user_service];
GO
ALTER ROLE [user_service] ADD MEMBER [doable_user];
GO
IF DATABASE_PRINCIPAL_ID(N'task_service') IS NULL
  CREATE ROLE [task_service];
GO
ALTER ROLE [task_service] ADD MEMBER [doable_task];
GO
IF DATABASE_PRINCIPAL_ID(N'notification_service') IS NULL
  CREATE ROLE [notification_service];
GO
ALTER ROLE [notification_service] ADD MEMBER [doable_notification];
GO
IF DATABASE_PRINCIPAL_ID(N'migration') IS NULL
  CREATE ROLE [migration];
GO
ALTER ROLE [migration] ADD MEMBER [doable_migration];
GO
ALTER ROLE [db_ddladmin] ADD MEMBER [migration];
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dbo] TO [migration];
GO
GRANT REFERENCES ON SCHEMA::[dbo] TO [migration];
GO
GRANT VIEW DEFINITION ON SCHEMA::[dbo] TO [migration];
GO
