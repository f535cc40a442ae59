// The service, the scheduled job that sends the reminders, and the one that asks links.
param prefix string
param location string
param image string

@description('Address of the registry that the identity signs in to; empty for none.')
param registry string
param identityId string
param clientId string

@description('App registration that the bot is, with a federated credential that names the identity; empty where the identity is the bot itself.')
param botAppId string
param tenantId string
param tenants string
param fmIds string
param tablesEndpoint string
param reminders string

@description('Days after which workshops are deleted, by state; empty for never.')
param retention string

@description('Where numbers and traces go (APPLICATIONINSIGHTS_CONNECTION_STRING).')
param insightsConnection string
param minReplicas int
param maxReplicas int
param workspaceName string

@description('Subnet of the environment; empty for the one that Container Apps makes.')
param subnetId string

var port = 3978
var registries = empty(registry) ? [] : [
  {
    server: registry
    identity: identityId
  }
]
var kept = empty(retention) ? [] : [
  {
    name: 'SSAT_RETENTION'
    value: retention
  }
]
var settings = [
  {
    name: 'HOST'
    value: '0.0.0.0'
  }
  {
    name: 'PORT'
    value: string(port)
  }
  {
    name: 'MicrosoftAppType'
    value: empty(botAppId) ? 'UserAssignedMSI' : 'SingleTenant'
  }
  {
    name: 'MicrosoftAppId'
    value: empty(botAppId) ? clientId : botAppId
  }
  {
    name: 'MicrosoftAppFederatedIdentity'
    value: empty(botAppId) ? '' : clientId
  }
  {
    name: 'MicrosoftAppTenantId'
    value: tenantId
  }
  {
    name: 'SSAT_TENANTS'
    value: tenants
  }
  {
    name: 'SSAT_FM_IDS'
    value: fmIds
  }
  {
    name: 'SSAT_STORE'
    value: 'azure-tables'
  }
  {
    name: 'AZURE_TABLES_ENDPOINT'
    value: tablesEndpoint
  }
  {
    // Which of its identities the machine opens the tables with.
    name: 'AZURE_CLIENT_ID'
    value: clientId
  }
  {
    name: 'SSAT_REMINDERS'
    value: reminders == 'job' ? 'off' : 'on'
  }
  {
    name: 'SSAT_LOG'
    value: 'json'
  }
  {
    // At SIGTERM the ingress has so many seconds to send no more here.
    name: 'SSAT_GRACE'
    value: '15'
  }
  {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
    value: insightsConnection
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource place 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${prefix}-environment'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
    vnetConfiguration: empty(subnetId) ? null : {
      infrastructureSubnetId: subnetId
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    peerAuthentication: {
      mtls: {
        enabled: true
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${take(prefix, 26)}-app'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        allowInsecure: false
        targetPort: port
        transport: 'http'
      }
      registries: registries
    }
    template: {
      terminationGracePeriodSeconds: 60
      containers: [
        {
          name: 'service'
          image: image
          args: ['serve']
          env: concat(settings, kept)
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          {
            name: 'turns'
            http: {
              metadata: {
                concurrentRequests: '20'
              }
            }
          }
        ]
      }
    }
  }
}

resource job 'Microsoft.App/jobs@2024-03-01' = if (reminders == 'job') {
  name: '${take(prefix, 26)}-job'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      replicaTimeout: 1800
      // What is due stays due: the next run, five minutes later, is the retry.
      replicaRetryLimit: 0
      scheduleTriggerConfig: {
        cronExpression: '*/5 * * * *'
        parallelism: 1
        replicaCompletionCount: 1
      }
      registries: registries
    }
    template: {
      containers: [
        {
          name: 'remind'
          image: image
          args: ['remind']
          env: concat(settings, kept)
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
        }
      ]
    }
  }
}

resource links 'Microsoft.App/jobs@2024-03-01' = {
  name: '${take(prefix, 26)}-links'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      triggerType: 'Schedule'
      replicaTimeout: 900
      // It also fails where a page is gone or asks for a sign-in; asking again would not change that.
      replicaRetryLimit: 0
      scheduleTriggerConfig: {
        // Early on Mondays (UTC), before anybody posts anything.
        cronExpression: '30 3 * * 1'
        parallelism: 1
        replicaCompletionCount: 1
      }
      registries: registries
    }
    template: {
      containers: [
        {
          name: 'links'
          image: image
          args: ['check', '--links']
          env: settings
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
        }
      ]
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
output appId string = app.id
output appName string = app.name
output jobName string = reminders == 'job' ? job.name : ''
output linksName string = links.name
