// The registry that the image is pushed to. Leave it out where you have one: main.bicep takes any address.
targetScope = 'resourceGroup'

@description('Begins the name of everything; lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'ssatbot'

@description('The region of the registry.')
param location string = resourceGroup().location

@description('Premium keeps the registry off the public network and scans images; Basic is a tenth of its price.')
@allowed(['Basic', 'Standard', 'Premium'])
param sku string = 'Basic'

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  // checkov:skip=CKV_AZURE_139:Builders push from outside; who closes the network takes Premium and a private endpoint
  // checkov:skip=CKV_AZURE_163:Scanning is bought for the subscription (Defender for Containers), not set at a registry
  // checkov:skip=CKV_AZURE_166:Quarantine takes Premium and a scanner that lifts it; without one no image could be pulled
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: sku
  }
  properties: {
    adminUserEnabled: false
    anonymousPullEnabled: false
  }
}

@description('The name of the registry, for az acr build.')
output REGISTRY_NAME string = registry.name

@description('Where the image is pulled from: its address is this, a slash, and its name with the tag.')
output REGISTRY_SERVER string = registry.properties.loginServer
