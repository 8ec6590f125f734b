-- Makes the logins: one per service, and one for migrations. Run it as an administrator of the server, after
-- 1-database.sql; run again, it sets the passwords anew. A password must not hold a single quote.
--   sqlcmd -S tcp:HOST,1433 -U ADMINISTRATOR -N -b -v DATABASE="doable" -i 2-logins.sql
-- with USER_PASSWORD, TASK_PASSWORD, NOTIFICATION_PASSWORD and MIGRATION_PASSWORD in the environment, where no list of
-- processes shows them.
:on error exit
USE [master];
GO
IF SUSER_ID(N'doable_user') IS NULL
  CREATE LOGIN [doable_user] WITH PASSWORD = N'$(USER_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)], CHECK_POLICY = ON;
ELSE
  ALTER LOGIN [doable_user] WITH PASSWORD = N'$(USER_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)];
GO
IF SUSER_ID(N'doable_task') IS NULL
  CREATE LOGIN [doable_task] WITH PASSWORD = N'$(TASK_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)], CHECK_POLICY = ON;
ELSE
  ALTER LOGIN [doable_task] WITH PASSWORD = N'$(TASK_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)];
GO
IF SUSER_ID(N'doable_notification') IS NULL
  CREATE LOGIN [doable_notification] WITH PASSWORD = N'$(NOTIFICATION_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)], CHECK_POLICY = ON;
ELSE
  ALTER LOGIN [doable_notification] WITH PASSWORD = N'$(NOTIFICATION_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)];
GO
IF SUSER_ID(N'doable_migration') IS NULL
  CREATE LOGIN [doable_migration] WITH PASSWORD = N'$(MIGRATION_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)], CHECK_POLICY = ON;
ELSE
  ALTER LOGIN [doable_migration] WITH PASSWORD = N'$(MIGRATION_PASSWORD)', DEFAULT_DATABASE = [$(DATABASE)];
GO
-- By which fork of its history a database is known to have been restored. Everybody may see that unless it was taken away.
GRANT VIEW ANY DATABASE TO [doable_task];
GO

USE [$(DATABASE)];
GO
IF DATABASE_PRINCIPAL_ID(N'doable_user') IS NULL
  CREATE USER [doable_user] FOR LOGIN [doable_user] WITH DEFAULT_SCHEMA = [dbo];
GO
-- After a restore on another server the user is there, but belongs to no login of that server.
ALTER USER [doable_user] WITH LOGIN = [doable_user];
GO
IF DATABASE_PRINCIPAL_ID(N'user_service') IS NULL
  CREATE ROLE [user_service];
GO
ALTER ROLE [user_service] ADD MEMBER [doable_user];
GO
IF DATABASE_PRINCIPAL_ID(N'doable_task') IS NULL
  CREATE USER [doable_task] FOR LOGIN [doable_task] WITH DEFAULT_SCHEMA = [dbo];
GO
-- After a restore on another server the user is there, but belongs to no login of that server.
ALTER USER [doable_task] WITH LOGIN = [doable_task];
GO
IF DATABASE_PRINCIPAL_ID(N'task_service') IS NULL
  CREATE ROLE [task_service];
GO
ALTER ROLE [task_service] ADD MEMBER [doable_task];
GO
IF DATABASE_PRINCIPAL_ID(N'doable_notification') IS NULL
  CREATE USER [doable_notification] FOR LOGIN [doable_notification] WITH DEFAULT_SCHEMA = [dbo];
GO
-- After a restore on another server the user is there, but belongs to no login of that server.
ALTER USER [doable_notification] WITH LOGIN = [doable_notification];
GO
IF DATABASE_PRINCIPAL_ID(N'notification_service') IS NULL
  CREATE ROLE [notification_service];
GO
ALTER ROLE [notification_service] ADD MEMBER [doable_notification];
GO
IF DATABASE_PRINCIPAL_ID(N'doable_migration') IS NULL
  CREATE USER [doable_migration] FOR LOGIN [doable_migration] WITH DEFAULT_SCHEMA = [dbo];
GO
-- After a restore on another server the user is there, but belongs to no login of that server.
ALTER USER [doable_migration] WITH LOGIN = [doable_migration];
GO
IF DATABASE_PRINCIPAL_ID(N'migration') IS NULL
  CREATE ROLE [migration];
GO
ALTER ROLE [migration] ADD MEMBER [doable_migration];
GO
-- Migrations make and change tables, and move what is in them. They may neither make users nor hand out rights.
ALTER ROLE [db_ddladmin] ADD MEMBER [migration];
GO
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dbo] TO [migration];
GO
-- A foreign key needs it on the table that it points to, where it is made; checking it at run time needs nothing.
GRANT REFERENCES ON SCHEMA::[dbo] TO [migration];
GO
GRANT VIEW DEFINITION ON SCHEMA::[dbo] TO [migration];
GO
