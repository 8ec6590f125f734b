// All secrets, by the names that ops/k8s/components/external-secrets asks for. Only the External Secrets Operator reads them.
param name string
param location string
param readerPrincipalId string
param subnetId string
param zoneId string
param workspaceId string
param redisName string
param sqlHost string
param sqlAdministrator string
@secure()
param sqlAdministratorPassword string
@secure()
param userPassword string
@secure()
param taskPassword string
@secure()
param notificationPassword string
@secure()
param migrationPassword string
@secure()
param sessionKeys string
@secure()
param pushKeys string
@secure()
param smtpUrl string

var readerRole = '4633458b-17de-408a-b874-0445c86b69e6'

resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' existing = { name: redisName }
resource redisDatabase 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' existing = {
  parent: redis
  name: 'default'
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    publicNetworkAccess: 'Disabled'
    networkAcls: { defaultAction: 'Deny', bypass: 'None' }
  }
}

var place = '${sqlHost}:1433/doable'

resource userDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-user-database-url'
  properties: { value: 'mssql://doable_user:${uriComponent(userPassword)}@${place}' }
}
resource taskDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-task-database-url'
  properties: { value: 'mssql://doable_task:${uriComponent(taskPassword)}@${place}' }
}
resource notificationDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-notification-database-url'
  properties: { value: 'mssql://doable_notification:${uriComponent(notificationPassword)}@${place}' }
}
resource migrationDatabaseUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-migration-database-url'
  properties: { value: 'mssql://doable_migration:${uriComponent(migrationPassword)}@${place}' }
}
resource redisUrl 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-redis-url'
  properties: { value: 'rediss://:${uriComponent(redisDatabase.listKeys().primaryKey)}@${redis.properties.hostName}:10000' }
}
resource smtp 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-smtp-url'
  // A vault keeps no empty text; around a setting spaces do not count.
  properties: { value: empty(smtpUrl) ? ' ' : smtpUrl }
}
resource sessions 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-session-keys'
  properties: { value: sessionKeys }
}
resource push 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-push-keys'
  properties: { value: pushKeys }
}
resource sqlServer 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-sqlserver'
  properties: { value: 'tcp:${sqlHost},1433' }
}
resource sqlLogin 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-sqlserver-login'
  properties: { value: sqlAdministrator }
}
resource sqlPassword 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'doable-sqlserver-password'
  properties: { value: sqlAdministratorPassword }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, readerPrincipalId, readerRole)
  properties: {
    principalId: readerPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', readerRole)
  }
}

resource told 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

module endpoint 'endpoint.bicep' = {
  params: {
    name: '${name}-vault'
    location: location
    subnetId: subnetId
    targetId: vault.id
    group: 'vault'
    zoneId: zoneId
  }
}

output uri string = vault.properties.vaultUri
