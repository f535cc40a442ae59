// ssat-bot in Azure: identity, Azure Bot, tables, Container Apps, logs and alerts, without a single secret.
targetScope = 'resourceGroup'

@description('Begins the name of everything; lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string = 'ssatbot'

@description('The region in which answers are kept and the service runs.')
param location string = resourceGroup().location

@description('Image of the service, with its tag or, better, its digest.')
param image string

@description('Name of a registry in this resource group that the identity may pull from; empty for another one that needs no sign-in.')
param registryName string = ''

@description('Who may lead workshops: object ids, or tenant/objectid, separated by commas (SSAT_FM_IDS).')
@minLength(1)
param fmIds string

@description('Tenants that may talk to the bot (SSAT_TENANTS); by default that of the identity.')
param tenants string = tenant().tenantId

@description('App registration that the bot is where it serves other tenants; it trusts the identity by a federated credential. Empty: the identity is the bot.')
param botAppId string = ''

@description('Name of the bot as Azure shows it.')
@maxLength(42)
param displayName string = 'SSAT Bot'

@description('Fewest and most replicas. At least one stays: it keeps the cards true and answers within Teams\' time.')
@minValue(1)
param minReplicas int = 1
@minValue(1)
@maxValue(30)
param maxReplicas int = 3

@description('job: a scheduled job sends the reminders. service: the replicas do (SSAT_REMINDERS).')
@allowed(['job', 'service'])
param reminders string = 'job'

@description('Days without a change after which a workshop is deleted, by its state (SSAT_RETENTION), as in completed=365,gone=90; empty for never.')
param retention string = ''

@description('True keeps the tables off the public network: a network of their own with a private endpoint.')
param privateEndpoint bool = false

@description('How tables are copied: LRS in one data centre, ZRS over three, GZRS also to the paired region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param storageSku string = 'Standard_ZRS'

@description('Days that the log is kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Address that alerts are sent to; empty for none.')
param alertEmail string = ''

var prefix = '${name}-${uniqueString(resourceGroup().id)}'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${prefix}-identity'
  location: location
}

module logs 'logs.bicep' = {
  name: 'logs'
  params: {
    prefix: prefix
    location: location
    days: logDays
  }
}

module network 'network.bicep' = if (privateEndpoint) {
  name: 'network'
  params: {
    prefix: prefix
    location: location
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: take('${name}${uniqueString(resourceGroup().id)}', 24)
    location: location
    sku: storageSku
    principalId: identity.properties.principalId
    workspaceId: logs.outputs.workspaceId
    subnetId: privateEndpoint ? network.outputs.endpointSubnetId : ''
    zoneId: privateEndpoint ? network.outputs.tableZoneId : ''
  }
}

module pull 'pull.bicep' = if (!empty(registryName)) {
  name: 'pull'
  params: {
    registryName: registryName
    principalId: identity.properties.principalId
  }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    prefix: prefix
    location: location
    image: image
    registry: empty(registryName) ? '' : pull.outputs.loginServer
    identityId: identity.id
    clientId: identity.properties.clientId
    botAppId: botAppId
    tenantId: identity.properties.tenantId
    tenants: tenants
    fmIds: fmIds
    tablesEndpoint: storage.outputs.tablesEndpoint
    reminders: reminders
    retention: retention
    insightsConnection: logs.outputs.insightsConnection
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    workspaceName: logs.outputs.workspaceName
    subnetId: privateEndpoint ? network.outputs.appSubnetId : ''
  }
}

module bot 'bot.bicep' = {
  name: 'bot'
  params: {
    name: '${prefix}-bot'
    displayName: displayName
    endpoint: 'https://${app.outputs.host}/api/messages'
    identityId: identity.id
    clientId: identity.properties.clientId
    botAppId: botAppId
    tenantId: identity.properties.tenantId
  }
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    prefix: prefix
    location: location
    email: alertEmail
    workspaceId: logs.outputs.workspaceId
    appId: app.outputs.appId
    appName: app.outputs.appName
    storageId: storage.outputs.storageId
  }
}

@description('MicrosoftAppId: the id of the bot, in the app package too.')
output BOT_ID string = empty(botAppId) ? identity.properties.clientId : botAppId

@description('Object id of the identity: the subject of the federated credential of an app registration.')
output BOT_IDENTITY string = identity.properties.principalId

@description('Where the service answers.')
output BOT_HOST string = app.outputs.host

@description('The container app, for az containerapp update.')
output BOT_APP string = app.outputs.appName

@description('The scheduled job; empty where the service sends the reminders.')
output BOT_JOB string = app.outputs.jobName

@description('The scheduled job that asks links once a week.')
output BOT_LINKS string = app.outputs.linksName

@description('AZURE_TABLES_ENDPOINT, for backups from another machine.')
output BOT_TABLES string = storage.outputs.tablesEndpoint
