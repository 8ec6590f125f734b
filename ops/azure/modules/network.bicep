// One network: nodes in one subnet, and in another the private addresses of what they use.
param name string
param location string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      { name: 'nodes', properties: { addressPrefix: '10.20.0.0/20' } }
      { name: 'endpoints', properties: { addressPrefix: '10.20.16.0/24' } }
    ]
  }
}

var zoneNames = [
  'privatelink${environment().suffixes.sqlServerHostname}'
  'privatelink.redis.azure.net'
  'privatelink.vaultcore.azure.net'
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for zoneName in zoneNames: {
    name: zoneName
    location: 'global'
  }
]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (zoneName, index) in zoneNames: {
    parent: zones[index]
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
]

output networkName string = network.name
output endpointsId string = '${network.id}/subnets/endpoints'
output sqlZoneId string = zones[0].id
output redisZoneId string = zones[1].id
output vaultZoneId string = zones[2].id
