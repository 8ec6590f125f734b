-- Makes the database. Run it as an administrator of the server; run again, it changes nothing that is right.
--   sqlcmd -S tcp:HOST,1433 -U ADMINISTRATOR -N -b -v DATABASE="doable" -i 1-database.sql
:on error exit
USE [master];
GO

-- Texts compare by their code units, as in the program, and not by the language of whoever installed the server. The
-- columns say it themselves; this is for what they are compared with.
IF DB_ID(N'$(DATABASE)') IS NULL
  CREATE DATABASE [$(DATABASE)] COLLATE Latin1_General_100_BIN2;
GO

IF CONVERT(NVARCHAR(128), DATABASEPROPERTYEX(N'$(DATABASE)', N'Collation')) <> N'Latin1_General_100_BIN2'
BEGIN
  RAISERROR(N'The database $(DATABASE) is there already, with another collation. Make an empty one.', 16, 1);
END;
GO

-- Readers do not wait for writers, nor writers for readers. Changing it ends whoever is connected, so only once.
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'$(DATABASE)' AND is_read_committed_snapshot_on = 0)
  ALTER DATABASE [$(DATABASE)] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

-- A backup reads everything as it was at one moment, while others go on writing.
ALTER DATABASE [$(DATABASE)] SET ALLOW_SNAPSHOT_ISOLATION ON;
GO

-- What was acknowledged is on the disk, and a page that the disk has spoilt is noticed.
ALTER DATABASE [$(DATABASE)] SET DELAYED_DURABILITY = DISABLED;
GO
ALTER DATABASE [$(DATABASE)] SET PAGE_VERIFY CHECKSUM;
GO
-- A database that closes when nobody is connected makes the first person of the morning wait.
ALTER DATABASE [$(DATABASE)] SET AUTO_CLOSE OFF;
GO
