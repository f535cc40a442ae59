// The Azure Bot and its Teams channel. It is the managed identity, or an app registration that trusts that one: there is
// no secret that could run out.
param name string
param displayName string
param endpoint string
param identityId string
param clientId string

@description('App registration that the bot is; empty where the identity is the bot itself.')
param botAppId string
param tenantId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppType: empty(botAppId) ? 'UserAssignedMSI' : 'SingleTenant'
    msaAppId: empty(botAppId) ? clientId : botAppId
    msaAppMSIResourceId: empty(botAppId) ? identityId : null
    msaAppTenantId: tenantId
    disableLocalAuth: true
    isStreamingSupported: false
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}
