-- Makes the login by which Prometheus's exporter asks how the server does. It sees figures of the server and no table of ours.
-- Run it as an administrator of the server; run again, it sets the password anew. A password must not hold a single quote.
--   sqlcmd -S tcp:HOST,1433 -U ADMINISTRATOR -N -b -v DATABASE="doable" -i 4-watch.sql
-- with WATCH_PASSWORD in the environment.
:on error exit
USE [master];
GO
IF SUSER_ID(N'doable_watch') IS NULL
  CREATE LOGIN [doable_watch] WITH PASSWORD = N'$(WATCH_PASSWORD)', DEFAULT_DATABASE = [master], CHECK_POLICY = ON;
ELSE
  ALTER LOGIN [doable_watch] WITH PASSWORD = N'$(WATCH_PASSWORD)', DEFAULT_DATABASE = [master];
GO
GRANT VIEW SERVER STATE TO [doable_watch];
GO
-- When the last backup ended is in msdb.
USE [msdb];
GO
IF USER_ID(N'doable_watch') IS NULL CREATE USER [doable_watch] FOR LOGIN [doable_watch];
GRANT SELECT ON dbo.backupset TO [doable_watch];
GO
