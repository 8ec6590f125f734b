-- Lets each service use its own tables and no other. Run it as an administrator of the database after every
-- "npm run db -- migrate": what a migration has made is nobody's until then. Run again, it changes nothing.
--   sqlcmd -S tcp:HOST,1433 -U ADMINISTRATOR -N -b -v DATABASE="doable" -i 3-grants.sql
:on error exit
USE [$(DATABASE)];
GO

-- user
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Users] TO [user_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Pictures] TO [user_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Installations] TO [user_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Sessions] TO [user_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[UserEvents] TO [user_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[UserHandledEvents] TO [user_service];
-- What has been migrated, which it waits for and does not change.
GRANT SELECT ON OBJECT::[dbo].[UserMigrations] TO [user_service];
GO

-- task
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[People] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Lists] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[ListMembers] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Sections] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Tasks] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[TaskLabels] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Completions] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Comments] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[GoneTasks] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Labels] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Views] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Filters] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Operations] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Histories] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[TaskEvents] TO [task_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[TaskHandledEvents] TO [task_service];
-- What has been migrated, which it waits for and does not change.
GRANT SELECT ON OBJECT::[dbo].[TaskMigrations] TO [task_service];
GO

-- notification
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Notifications] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Deliveries] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[PushDevices] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[NotificationSettings] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Webhooks] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[PhoneNumbers] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Recipients] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[WatchedTasks] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[NotificationJobs] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[NotificationEvents] TO [notification_service];
GRANT SELECT, INSERT, UPDATE, DELETE ON OBJECT::[dbo].[NotificationHandledEvents] TO [notification_service];
-- What has been migrated, which it waits for and does not change.
GRANT SELECT ON OBJECT::[dbo].[NotificationMigrations] TO [notification_service];
GO
