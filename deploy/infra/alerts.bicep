// What wakes somebody up: the service ends, turns fail, the token is refused, sends are given up, the store ails.
param prefix string
param location string
param email string
param workspaceId string
param appId string
param appName string
param storageId string

var actions = empty(email) ? [] : [group.id]
var logged = [
  {
    key: 'token'
    severity: 1
    about: 'The bot gets no token for Teams: nothing is answered. Runbook: identity or secret.'
    search: 'no token for the connector'
    threshold: 2
  }
  {
    key: 'not-ready'
    severity: 1
    about: 'The store or the playbook cannot be used. Runbook: the store is down.'
    search: '"not ready"'
    threshold: 5
  }
  {
    key: 'turns-failed'
    severity: 2
    about: 'Turns ended in a fault of the bot. Runbook: a stuck workshop.'
    search: '"turn failed"'
    threshold: 0
  }
  {
    key: 'not-stored'
    severity: 2
    about: 'Answers could not be stored; people were told. Runbook: the store is down.'
    search: '"turn not stored"'
    threshold: 5
  }
  {
    key: 'not-sent'
    severity: 2
    about: 'Messages were given up. Runbook: 429 storms.'
    search: '"send given up"'
    threshold: 5
  }
]

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${prefix}-people'
  location: 'global'
  properties: {
    groupShortName: 'ssat-bot'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource lines 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for one in logged: {
  name: '${prefix}-${one.key}'
  location: location
  properties: {
    displayName: 'ssat-bot: ${one.key}'
    description: one.about
    severity: one.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    // The table comes into being with the first line of the log.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${appName}" | where Log_s contains \'${one.search}\''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: one.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: actions
    }
  }
}]

resource restarts 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-restarts'
  location: 'global'
  properties: {
    description: 'A replica was started again more than three times in a quarter of an hour.'
    severity: 1
    enabled: true
    scopes: [appId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'restarts'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.App/containerApps'
          metricName: 'RestartCount'
          operator: 'GreaterThan'
          threshold: 3
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [for id in actions: {
      actionGroupId: id
    }]
  }
}

resource tables 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-tables'
  location: 'global'
  properties: {
    description: 'Less than 99 % of the requests to the tables were served.'
    severity: 2
    enabled: true
    scopes: [storageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'availability'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [for id in actions: {
      actionGroupId: id
    }]
  }
}
