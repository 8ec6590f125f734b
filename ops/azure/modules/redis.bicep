// Managed Redis, which takes the place of Azure Cache for Redis. As ops/redis/redis.conf: nothing is evicted, and what was
// answered is written down, at most a second later.
param name string
param location string
param size string
param subnetId string
param zoneId string

resource redis 'Microsoft.Cache/redisEnterprise@2025-07-01' = {
  name: name
  location: location
  sku: { name: size }
  properties: {
    highAvailability: 'Enabled'
    minimumTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
  }
}

resource database 'Microsoft.Cache/redisEnterprise/databases@2025-07-01' = {
  parent: redis
  name: 'default'
  properties: {
    clientProtocol: 'Encrypted'
    port: 10000
    // One address for all keys, as REDIS_URL with one host means it.
    clusteringPolicy: 'NoCluster'
    evictionPolicy: 'NoEviction'
    accessKeysAuthentication: 'Enabled'
    persistence: { aofEnabled: true, aofFrequency: '1s', rdbEnabled: false }
  }
}

module endpoint 'endpoint.bicep' = {
  params: {
    name: '${name}-redis'
    location: location
    subnetId: subnetId
    targetId: redis.id
    group: 'redisEnterprise'
    zoneId: zoneId
  }
}

output redisName string = redis.name
