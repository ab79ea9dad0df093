metadata name = 'Domain'
metadata description = 'A domain of one\'s own, with a certificate that Azure issues and renews.'

@description('Name of the function app.')
param functionAppName string

@description('Region of the certificate: that of the app.')
param location string

@description('Tags of the certificate.')
param tags object

@description('The domain, such as mou.association.example. Its CNAME names the function app, and the TXT record asuid.<domain> holds the verification ID.')
param domain string

@description('False the first time: the domain is bound without a certificate, since the certificate is issued to a bound domain. True from then on.')
param bound bool

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionAppName
}

resource firstBinding 'Microsoft.Web/sites/hostNameBindings@2024-11-01' = if (!bound) {
  parent: site
  name: domain
  properties: {
    customHostNameDnsRecordType: 'CName'
    hostNameType: 'Verified'
    sslState: 'Disabled'
  }
}

resource certificate 'Microsoft.Web/sites/certificates@2024-11-01' = {
  parent: site
  name: replace(domain, '.', '-')
  location: location
  tags: tags
  properties: {
    canonicalName: domain
    domainValidationMethod: 'CNAME'
    hostNames: [
      domain
    ]
  }
  dependsOn: [
    firstBinding
  ]
}

// A module of its own: one template may not declare the same binding twice.
module secureBinding 'domain-binding.bicep' = {
  name: 'secure-binding'
  params: {
    functionAppName: functionAppName
    domain: domain
    thumbprint: certificate.properties.thumbprint
  }
}
