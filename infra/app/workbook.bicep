metadata name = 'Workbook'
metadata description = 'One page over the program: cases by stage, overdue effects, mails, failed orchestrations, latency. Its content is workbook.json.'

@description('Title of the workbook.')
param title string

@description('Region of the workbook.')
param location string

@description('Tags of the resource.')
param tags object

@description('Resource ID of the workspace that is asked.')
param workspaceResourceId string

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(workspaceResourceId, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: title
    category: 'workbook'
    description: 'Cases, effects, mails, orchestrations and latency.'
    serializedData: string(loadJsonContent('workbook.json'))
    sourceId: workspaceResourceId
    version: '1.0'
  }
}

@description('Resource ID of the workbook.')
output resourceId string = workbook.id
