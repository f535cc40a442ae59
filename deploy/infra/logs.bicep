// Where the log goes, and the numbers and traces. They hold ids of turns and of workshops, no name and no answer.
param prefix string
param location string
param days int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${prefix}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: days
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${prefix}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    RetentionInDays: days
  }
}

output workspaceId string = workspace.id

@description('Says where numbers and traces go; it opens nothing.')
output insightsConnection string = insights.properties.ConnectionString
output workspaceName string = workspace.name
