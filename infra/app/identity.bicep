metadata name = 'Identity'
metadata description = 'The one identity that the function app acts with, everywhere. It outlives the app, so that its roles do too.'

@description('Name of the user-assigned identity.')
param name string

@description('Region of the identity.')
param location string

@description('Tags of the resource.')
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

@description('Resource ID of the identity.')
output resourceId string = identity.id

@description('Object ID that role assignments name.')
output principalId string = identity.properties.principalId

@description('Client ID by which the program picks this identity.')
output clientId string = identity.properties.clientId
