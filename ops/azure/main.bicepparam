// Secrets come from the environment of whoever deploys, and are written down nowhere here.
using 'main.bicep'

param administratorsId = '00000000-0000-0000-0000-000000000000'
param operatorRanges = ['203.0.113.0/24']
param sqlAdministratorPassword = readEnvironmentVariable('SQL_ADMINISTRATOR_PASSWORD')
param userPassword = readEnvironmentVariable('USER_PASSWORD')
param taskPassword = readEnvironmentVariable('TASK_PASSWORD')
param notificationPassword = readEnvironmentVariable('NOTIFICATION_PASSWORD')
param migrationPassword = readEnvironmentVariable('MIGRATION_PASSWORD')
param sessionKeys = readEnvironmentVariable('SESSION_KEYS_TEXT')
param pushKeys = readEnvironmentVariable('PUSH_KEYS_TEXT')
param smtpUrl = readEnvironmentVariable('SMTP_URL', '')
