#!/bin/bash
# prepare: makes the database and the logins of the services; grant: lets each use its tables. In a container of the image
# of SQL Server, for its sqlcmd. Passwords are handed on in the environment, where no list of processes shows them.
set -euo pipefail
secret() { cat "/run/secrets/$1"; }
SQLCMDPASSWORD=$(secret administrator)
USER_PASSWORD=$(secret user)
TASK_PASSWORD=$(secret task)
NOTIFICATION_PASSWORD=$(secret notification)
MIGRATION_PASSWORD=$(secret migration)
WATCH_PASSWORD=$(secret watch)
export SQLCMDPASSWORD USER_PASSWORD TASK_PASSWORD NOTIFICATION_PASSWORD MIGRATION_PASSWORD WATCH_PASSWORD

# Its certificate is its own; nobody else is on this network.
run() { /opt/mssql-tools18/bin/sqlcmd -S tcp:sqlserver,1433 -U sa -N -C -b -v DATABASE=doable -i "/ops/sqlserver/$1"; }
case $1 in
  prepare) run 1-database.sql && run 2-logins.sql && run 4-watch.sql ;;
  grant) run 3-grants.sql ;;
esac
