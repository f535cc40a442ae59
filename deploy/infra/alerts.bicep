// What wakes somebody up: the service ends, turns fail, the token is refused, sends are given up, the store ails. Some of
// it stands in the log, the rest in the numbers that the service sends each minute (README, "Numbers").
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

var measured = [
  {
    key: 'not-serving'
    severity: 1
    about: 'No replica says that it is ready. Runbook: identity or secret, the store is down.'
    search: 'AppMetrics | where Name == "ssat_ready" | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value < 1'
  }
  {
    key: 'due-late'
    severity: 2
    about: 'Something that fell due waits for more than an hour: the job does not run, or fails.'
    search: 'AppMetrics | where Name == "ssat_due_oldest_seconds" | summarize value = min(Max) by bin(TimeGenerated, 5m) | where value > 3600'
  }
  {
    key: 'unsent'
    severity: 2
    about: 'A post was noted a quarter of an hour ago and has not left. Runbook: 429 storms.'
    search: 'AppMetrics | where Name == "ssat_unsent_oldest_seconds" | summarize value = min(Max) by bin(TimeGenerated, 5m) | where value > 900'
  }
  {
    key: 'throttled'
    severity: 3
    about: 'Teams refuses sends because there are too many. Runbook: 429 storms.'
    search: 'AppMetrics | where Name == "ssat_sends_total" and tostring(Properties["outcome"]) == "throttled" | summarize value = sum(Sum) by bin(TimeGenerated, 5m) | where value > 20'
  }
  {
    key: 'token-ends'
    severity: 2
    about: 'The token for Teams ends within two minutes and no new one came. Runbook: identity or secret.'
    search: 'AppMetrics | where Name == "ssat_token_left_seconds" | summarize value = max(Max) by bin(TimeGenerated, 5m) | where value < 120'
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

resource numbers 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for one in measured: {
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
    // The table comes into being with the first number.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: one.search
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 1
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
