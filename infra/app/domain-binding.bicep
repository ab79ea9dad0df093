metadata name = 'Domain binding'
metadata description = 'Binds a domain to the function app with its certificate.'

@description('Name of the function app.')
param functionAppName string

@description('The domain.')
param domain string

@description('Thumbprint of the certificate issued to the domain.')
param thumbprint string

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionAppName
}

resource binding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = {
  parent: site
  name: domain
  properties: {
    customHostNameDnsRecordType: 'CName'
    hostNameType: 'Verified'
    sslState: 'SniEnabled'
    thumbprint: thumbprint
  }
}
