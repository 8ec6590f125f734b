// A private address for one service, and its name in the private zone.
param name string
param location string
param subnetId string
param targetId string
@description('What of the target is meant, as Azure calls it.')
param group string
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      { name: name, properties: { privateLinkServiceId: targetId, groupIds: [group] } }
    ]
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: group, properties: { privateDnsZoneId: zoneId } }] }
}
