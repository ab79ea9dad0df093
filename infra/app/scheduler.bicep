metadata name = 'Scheduler'
metadata description = 'The Durable Task Scheduler, an alternative to Durable Task on the storage account. docs/azure.md says when it pays and how the program is switched over.'

@description('Name of the scheduler.')
param name string

@description('Region of the scheduler.')
param location string

@description('Tags of the resource.')
param tags object

@description('How the scheduler is paid for: by use, or by reserved capacity.')
@allowed([
  'Consumption'
  'Dedicated'
])
param skuName string

@description('Reserved capacity units; only the Dedicated scheduler has them.')
@minValue(1)
param capacity int = 1

@description('Name of the task hub.')
param taskHubName string

@description('Addresses from which the scheduler is reached. Who may do something there is decided by identity.')
param allowedAddresses array = [
  '0.0.0.0/0'
]

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    ipAllowlist: allowedAddresses
    sku: skuName == 'Dedicated' ? {
      name: skuName
      capacity: capacity
    } : {
      name: skuName
    }
  }
}

resource taskHub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: taskHubName
}

@description('Resource ID of the scheduler.')
output resourceId string = scheduler.id

@description('Address of the scheduler.')
output endpoint string = scheduler.properties.endpoint

@description('Name of the task hub.')
output taskHubName string = taskHub.name
