// Where Doable lives on Azure: a private network with SQL Database, Managed Redis and a vault in it, and a cluster for
// ops/k8s. docs/guides/azure.md says how it is put to use, and what it costs. No secret leaves: the cluster reads the vault.
targetScope = 'resourceGroup'

@description('What names begin with: small letters and digits. With it the names of vault, registry and servers are unique in the world.')
@minLength(3)
@maxLength(11)
param name string = 'doable'

param location string = resourceGroup().location

@description('The group in Entra ID whose members administer the cluster.')
param administratorsId string

@description('Networks from which the cluster is administered; none makes it reachable from its own network only.')
param operatorRanges array = []

param sqlAdministrator string = 'doable_administrator'
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
@description('The text of session-keys.json.')
@secure()
param sessionKeys string
@description('The text of push-keys.json.')
@secure()
param pushKeys string
@description('smtps://user:password@host:465; empty for no e-mail.')
@secure()
param smtpUrl string = ''

@description('A size of SQL Database.')
param sqlSize string = 'GP_Gen5_2'
@description('A size of Managed Redis; B1 holds 1 GB.')
param redisSize string = 'Balanced_B1'
@description('A size of virtual machines.')
param nodeSize string = 'Standard_D2ds_v5'
@description('Whether the database has a copy in another zone.')
param zoneRedundant bool = true

var suffix = uniqueString(resourceGroup().id)

module network 'modules/network.bicep' = {
  params: { name: name, location: location }
}

module logs 'modules/logs.bicep' = {
  params: { name: name, location: location }
}

module database 'modules/database.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    administrator: sqlAdministrator
    administratorPassword: sqlAdministratorPassword
    size: sqlSize
    zoneRedundant: zoneRedundant
    subnetId: network.outputs.endpointsId
    zoneId: network.outputs.sqlZoneId
    workspaceId: logs.outputs.workspaceId
  }
}

module redis 'modules/redis.bicep' = {
  params: {
    name: '${name}-${suffix}'
    location: location
    size: redisSize
    subnetId: network.outputs.endpointsId
    zoneId: network.outputs.redisZoneId
  }
}

module registry 'modules/registry.bicep' = {
  params: { name: '${name}${suffix}', location: location }
}

module cluster 'modules/cluster.bicep' = {
  params: {
    name: name
    location: location
    administratorsId: administratorsId
    operatorRanges: operatorRanges
    nodeSize: nodeSize
    networkName: network.outputs.networkName
    registryName: registry.outputs.registryName
    workspaceId: logs.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: '${name}${suffix}'
    location: location
    readerPrincipalId: cluster.outputs.secretsPrincipalId
    subnetId: network.outputs.endpointsId
    zoneId: network.outputs.vaultZoneId
    workspaceId: logs.outputs.workspaceId
    redisName: redis.outputs.redisName
    sqlHost: database.outputs.host
    sqlAdministrator: sqlAdministrator
    sqlAdministratorPassword: sqlAdministratorPassword
    userPassword: userPassword
    taskPassword: taskPassword
    notificationPassword: notificationPassword
    migrationPassword: migrationPassword
    sessionKeys: sessionKeys
    pushKeys: pushKeys
    smtpUrl: smtpUrl
  }
}

output clusterName string = cluster.outputs.clusterName
output registryHost string = registry.outputs.host
output sqlHost string = database.outputs.host
output vaultUri string = vault.outputs.uri
@description('What the External Secrets Operator signs in as.')
output secretsClientId string = cluster.outputs.secretsClientId
