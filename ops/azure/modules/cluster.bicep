// The cluster that ops/k8s runs in. Cilium enforces its network policies; its nodes pull images, and the External Secrets
// Operator reads the vault, by identities that need no password.
param name string
param location string
param administratorsId string
param operatorRanges array
param nodeSize string
param networkName string
param registryName string
param workspaceId string

var roles = {
  administrator: 'b1ff04bb-8a4e-4dc4-8eb5-8693973ce19b'
  network: '4d97b98b-1d4f-4787-a291-c67834d212e7'
  pull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' existing = { name: networkName }
resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = { name: registryName }
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-cluster'
  location: location
}

resource mayUseNetwork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: network
  name: guid(network.id, identity.id, roles.network)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.network)
  }
}

resource cluster 'Microsoft.ContainerService/managedClusters@2024-09-01' = {
  name: name
  location: location
  sku: { name: 'Base', tier: 'Standard' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    dnsPrefix: name
    disableLocalAccounts: true
    enableRBAC: true
    aadProfile: { managed: true, enableAzureRBAC: true, tenantID: tenant().tenantId }
    apiServerAccessProfile: empty(operatorRanges) ? { enablePrivateCluster: true } : { authorizedIPRanges: operatorRanges }
    autoUpgradeProfile: { upgradeChannel: 'patch', nodeOSUpgradeChannel: 'NodeImage' }
    oidcIssuerProfile: { enabled: true }
    securityProfile: { workloadIdentity: { enabled: true } }
    networkProfile: {
      networkPlugin: 'azure'
      networkPluginMode: 'overlay'
      networkPolicy: 'cilium'
      networkDataplane: 'cilium'
      loadBalancerSku: 'standard'
      outboundType: 'loadBalancer'
      podCidr: '10.244.0.0/16'
      serviceCidr: '10.21.0.0/16'
      dnsServiceIP: '10.21.0.10'
    }
    agentPoolProfiles: [
      {
        name: 'nodes'
        mode: 'System'
        osType: 'Linux'
        osSKU: 'AzureLinux'
        type: 'VirtualMachineScaleSets'
        vmSize: nodeSize
        count: 3
        enableAutoScaling: true
        minCount: 3
        maxCount: 9
        availabilityZones: ['1', '2', '3']
        vnetSubnetID: '${network.id}/subnets/nodes'
        upgradeSettings: { maxSurge: '1' }
      }
    ]
    addonProfiles: {
      omsagent: { enabled: true, config: { logAnalyticsWorkspaceResourceID: workspaceId, useAADAuth: 'true' } }
    }
  }
  dependsOn: [mayUseNetwork]
}

resource mayAdminister 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: cluster
  name: guid(cluster.id, administratorsId, roles.administrator)
  properties: {
    principalId: administratorsId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.administrator)
  }
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, cluster.id, roles.pull)
  properties: {
    principalId: cluster.properties.identityProfile.kubeletidentity.objectId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.pull)
  }
}

resource secretsIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-secrets'
  location: location
}

resource federation 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: secretsIdentity
  name: 'external-secrets'
  properties: {
    issuer: cluster.properties.oidcIssuerProfile.issuerURL
    subject: 'system:serviceaccount:external-secrets:external-secrets'
    audiences: ['api://AzureADTokenExchange']
  }
}

// Which logs of containers go to the workspace.
resource collection 'Microsoft.Insights/dataCollectionRules@2022-06-01' = {
  name: '${name}-containers'
  location: location
  kind: 'Linux'
  properties: {
    dataSources: {
      extensions: [
        {
          name: 'ContainerInsightsExtension'
          extensionName: 'ContainerInsights'
          streams: ['Microsoft-ContainerInsights-Group-Default']
          extensionSettings: {
            dataCollectionSettings: {
              interval: '1m'
              namespaceFilteringMode: 'Include'
              namespaces: ['doable']
              enableContainerLogV2: true
            }
          }
        }
      ]
    }
    destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: workspaceId }] }
    dataFlows: [{ streams: ['Microsoft-ContainerInsights-Group-Default'], destinations: ['workspace'] }]
  }
}

resource collected 'Microsoft.Insights/dataCollectionRuleAssociations@2022-06-01' = {
  scope: cluster
  name: 'ContainerInsightsExtension'
  properties: { dataCollectionRuleId: collection.id }
}

output clusterName string = cluster.name
output secretsPrincipalId string = secretsIdentity.properties.principalId
output secretsClientId string = secretsIdentity.properties.clientId
