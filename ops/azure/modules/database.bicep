// SQL Database as ops/sqlserver/1-database.sql makes it elsewhere; readers and writers pass each other on Azure by default.
param name string
param location string
param administrator string
@secure()
param administratorPassword string
param size string
param zoneRedundant bool
param subnetId string
param zoneId string
param workspaceId string

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: name
  location: location
  properties: {
    administratorLogin: administrator
    administratorLoginPassword: administratorPassword
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
  }
}

// All through the one port that the network policies of ops/k8s let through.
resource policy 'Microsoft.Sql/servers/connectionPolicies@2023-08-01' = {
  parent: server
  name: 'default'
  properties: { connectionType: 'Proxy' }
}

resource database 'Microsoft.Sql/servers/databases@2023-08-01' = {
  parent: server
  name: 'doable'
  location: location
  sku: { name: size }
  properties: {
    collation: 'Latin1_General_100_BIN2'
    catalogCollation: 'DATABASE_DEFAULT'
    zoneRedundant: zoneRedundant
    requestedBackupStorageRedundancy: 'Geo'
  }
}

resource backups 'Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies@2023-08-01' = {
  parent: database
  name: 'default'
  properties: { retentionDays: 35 }
}

resource told 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: database
  name: 'logs'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'Errors', enabled: true }
      { category: 'Timeouts', enabled: true }
      { category: 'Blocks', enabled: true }
      { category: 'Deadlocks', enabled: true }
    ]
    metrics: [{ category: 'Basic', enabled: true }]
  }
}

module endpoint 'endpoint.bicep' = {
  params: {
    name: '${name}-sql'
    location: location
    subnetId: subnetId
    targetId: server.id
    group: 'sqlServer'
    zoneId: zoneId
  }
}

output host string = server.properties.fullyQualifiedDomainName
