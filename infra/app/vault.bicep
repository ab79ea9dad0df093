metadata name = 'Vault'
metadata description = 'Key Vault for the one secret there is, the SendGrid key. A person puts it in; the function app only reads it, by reference.'

@description('Name of the key vault, unique in all of Azure.')
@minLength(3)
@maxLength(24)
param name string

@description('Region of the key vault.')
param location string

@description('Tags of the resource.')
param tags object

@description('Whether only private endpoints reach the vault.')
param privateOnly bool

@description('Days for which a deleted secret can be brought back; fixed when the vault is created.')
@minValue(7)
@maxValue(90)
param softDeleteDays int

@description('Resource ID of the Log Analytics workspace that receives the audit log.')
param workspaceResourceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    enablePurgeProtection: true
    publicNetworkAccess: privateOnly ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: privateOnly ? 'Deny' : 'Allow'
    }
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceResourceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Resource ID of the key vault.')
output resourceId string = vault.id

@description('Name of the key vault.')
output name string = vault.name
