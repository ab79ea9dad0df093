metadata name = 'Workspace'
metadata description = 'The Log Analytics workspace. It is declared twice by main.bicep: the redaction rule needs the workspace, and the workspace names the rule.'

@description('Name of the workspace.')
param name string

@description('Region of the workspace.')
param location string

@description('Tags of the resource.')
param tags object

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param retentionDays int

@description('Gigabytes taken in a day before the rest is dropped; -1 for no limit.')
param dailyQuotaGb int

@description('Resource ID of the rule that every incoming record passes; empty while it does not exist yet.')
param redactionRuleResourceId string = ''

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
    workspaceCapping: {
      dailyQuotaGb: dailyQuotaGb
    }
    features: {
      disableLocalAuth: true
      enableLogAccessUsingOnlyResourcePermissions: true
    }
    defaultDataCollectionRuleResourceId: empty(redactionRuleResourceId) ? null : redactionRuleResourceId
  }
}

@description('Resource ID of the workspace.')
output resourceId string = workspace.id
