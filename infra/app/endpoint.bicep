metadata name = 'Endpoint'
metadata description = 'One private endpoint and its name in the private DNS zone.'

@description('Name of the private endpoint.')
param name string

@description('Region of the private endpoint.')
param location string

@description('Tags of the resource.')
param tags object

@description('Resource ID of the subnet that the endpoint takes an address of.')
param subnetResourceId string

@description('Resource ID of what the endpoint leads to.')
param targetResourceId string

@description('The part of the target that the endpoint leads to.')
@allowed([
  'blob'
  'queue'
  'table'
  'vault'
])
param groupId string

@description('Resource ID of the private DNS zone that names the endpoint.')
param zoneResourceId string

resource endpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: {
      id: subnetResourceId
    }
    privateLinkServiceConnections: [
      {
        name: groupId
        properties: {
          privateLinkServiceId: targetResourceId
          groupIds: [
            groupId
          ]
        }
      }
    ]
  }
}

resource zoneGroup 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      {
        name: groupId
        properties: {
          privateDnsZoneId: zoneResourceId
        }
      }
    ]
  }
}

@description('Resource ID of the private endpoint.')
output resourceId string = endpoint.id
