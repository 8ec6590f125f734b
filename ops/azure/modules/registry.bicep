// Images. Whoever pulls or pushes signs in by Entra ID; there is no password.
param name string
param location string

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: name
  location: location
  sku: { name: 'Standard' }
  properties: { adminUserEnabled: false, anonymousPullEnabled: false }
}

output registryName string = registry.name
output host string = registry.properties.loginServer
