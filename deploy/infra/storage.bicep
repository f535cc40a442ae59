// The tables with everything that is kept. No key opens them: the identity's role alone.
param name string
param location string
param sku string
param principalId string
param workspaceId string

@description('Subnet of the private endpoint; empty where the tables are reached over the public network.')
param subnetId string
param zoneId string

var tableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var private = !empty(subnetId)

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  // checkov:skip=CKV_AZURE_35:Denied where privateEndpoint is true; else the identity's role guards, and no key opens it
  // checkov:skip=CKV_AZURE_206:ZRS keeps three copies within the region, which many have to stay in; GZRS is a parameter
  name: name
  location: location
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
    }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        table: {
          enabled: true
          keyType: 'Account'
        }
      }
    }
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableDataContributor)
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: tables
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'StorageDelete'
        enabled: true
      }
    ]
  }
}

resource endpoint 'Microsoft.Network/privateEndpoints@2024-01-01' = if (private) {
  name: '${name}-tables'
  location: location
  properties: {
    subnet: {
      id: subnetId
    }
    privateLinkServiceConnections: [
      {
        name: 'tables'
        properties: {
          privateLinkServiceId: account.id
          groupIds: ['table']
        }
      }
    ]
  }
}

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-01-01' = if (private) {
  parent: endpoint
  name: 'tables'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: 'tables'
        properties: {
          privateDnsZoneId: zoneId
        }
      }
    ]
  }
}

output storageId string = account.id
output tablesEndpoint string = account.properties.primaryEndpoints.table
