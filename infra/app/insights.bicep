metadata name = 'Insights'
metadata description = 'Application Insights over the workspace. It takes telemetry by identity only, so its connection string is an address and no secret.'

@description('Name of the component.')
param name string

@description('Region of the component.')
param location string

@description('Tags of the resource.')
param tags object

@description('Resource ID of the workspace that holds the telemetry.')
param workspaceResourceId string

resource component 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableIpMasking: false
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspaceResourceId
  }
}

@description('Resource ID of the component.')
output resourceId string = component.id

@description('Name of the component.')
output name string = component.name
