metadata name = 'Function app'
metadata description = 'The Flex Consumption plan and the program on it, with everything that the program is told from outside.'

@description('Name of the Flex Consumption plan.')
param planName string

@description('Name of the function app, unique in all of Azure: its first address is made of it.')
param name string

@description('Region of the plan and the app.')
param location string

@description('Tags of the resources.')
param tags object

@description('Whether instances are spread over availability zones. Needs two always-ready instances, and a region that offers it.')
param zoneRedundant bool

@description('Resource ID of the identity of the app.')
param identityResourceId string

@description('Client ID of the identity of the app.')
param identityClientId string

@description('Name of the storage account.')
param storageAccountName string

@description('Address of the container that the package is deployed to.')
param packageContainerUri string

@description('Name of the key vault that holds the SendGrid key as the secret sendgrid-api-key.')
param vaultName string

@description('Name of the Application Insights component.')
param insightsName string

@description('Resource ID of the Log Analytics workspace that receives the sign-in log and metrics.')
param workspaceResourceId string

@description('Resource ID of the subnet to run in; empty to run outside of any network.')
param subnetResourceId string

@description('Memory of an instance.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int

@description('Instances that there are at most.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that always run for pages and the API; 0 saves their price, and the first visitor waits some seconds.')
@minValue(0)
param alwaysReadyHttp int

@description('Instances that always run for orchestrations and their activities; 0 saves their price, and a mail may leave some seconds later.')
@minValue(0)
param alwaysReadyDurable int

@description('Address that people open, and that links in mails begin with.')
param publicUrl string

@description('Address that mails are sent from.')
param mailFrom string

@description('Public key with which SendGrid signs its event webhook; empty where no reports are taken.')
param mailReportVerifier string

@description('Host whose MX record leads to SendGrid and to which answers to mails go; empty where none are taken.')
param replyDomain string

@description('Public key of the security policy of SendGrid’s inbound parse; empty where no answers are taken.')
param mailReplyVerifier string

@description('Address of the SendGrid API; empty for the global one, https://api.eu.sendgrid.com for a European sub-user.')
param sendGridHost string

@description('Name of the certificate in the vault that seals evidence; empty for none.')
param sealCertificateName string

@description('Address at which a trace is looked at, with {trace} in the place of its id; empty where ids are shown without a link.')
param traceViewer string

@description('Address that alerts are posted to; empty where administrators are told by mail alone. The vault then holds the secret alert-webhook-secret.')
param alertWebhookUrl string

@description('Mail address of the first administrator, who is made when the store is empty.')
param firstAdministrator string

@description('Whether an empty store is filled with the made-up sample association.')
param sampleAssociation bool

@description('Name of the Durable Task hub.')
param taskHubName string

@description('Address of the Durable Task Scheduler; empty where Durable Task runs on the storage account.')
param schedulerEndpoint string

@description('Client ID of the Entra app registration by which administrators sign in to the desk; empty to rely on the program\'s own sign-in alone.')
param deskClientId string

var alwaysReadyGroups = [
  {
    name: 'http'
    instanceCount: alwaysReadyHttp
  }
  {
    name: 'durable'
    instanceCount: alwaysReadyDurable
  }
]

var identitySettings = {
  AzureWebJobsStorage__accountName: storageAccountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  AZURE_CLIENT_ID: identityClientId
}

// The program answers at / itself; the host would do so first.
var hostSettings = {
  AzureWebJobsDisableHomepage: 'true'
}

var telemetrySettings = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var programSettings = {
  PUBLIC_URL: publicUrl
  MAIL_FROM: mailFrom
  SENDGRID_API_KEY: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=sendgrid-api-key)'
  FIRST_ADMINISTRATOR: firstAdministrator
  SAMPLE_ASSOCIATION: sampleAssociation ? 'true' : 'false'
  TASKHUB_NAME: taskHubName
  PUBLIC_READS_PER_MINUTE: '600'
  TRUSTED_PROXIES: '1'
}

var mailHostSettings = empty(sendGridHost) ? {} : {
  SENDGRID_HOST: sendGridHost
}

// A certificate of the vault is given as a secret: PKCS#12 in base64, without a password.
var sealSettings = empty(sealCertificateName) ? {} : {
  SEAL_CERTIFICATE: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${sealCertificateName})'
  SEAL_CERTIFICATE_PASSWORD: ''
}

var mailReportSettings = empty(mailReportVerifier) ? {} : {
  SENDGRID_EVENT_KEY: mailReportVerifier
}

var mailReplySettings = empty(replyDomain) ? {} : {
  REPLY_DOMAIN: replyDomain
  SENDGRID_INBOUND_KEY: mailReplyVerifier
}

var traceViewerSettings = empty(traceViewer) ? {} : {
  TRACE_VIEWER: traceViewer
}

var alertWebhookSettings = empty(alertWebhookUrl) ? {} : {
  ALERT_WEBHOOK_URL: alertWebhookUrl
  ALERT_WEBHOOK_SECRET: '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=alert-webhook-secret)'
}

var schedulerSettings = empty(schedulerEndpoint) ? {} : {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
}

// The identity answers for the app registration, so that no client secret exists.
var deskSettings = empty(deskClientId) ? {} : {
  DESK_REQUIRES_ENTRA: 'true'
  OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identityClientId
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityResourceId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityResourceId
    publicNetworkAccess: 'Enabled'
    virtualNetworkSubnetId: empty(subnetResourceId) ? null : subnetResourceId
    siteConfig: {
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityResourceId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        alwaysReady: filter(alwaysReadyGroups, group => group.instanceCount > 0)
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }
}

resource noPublishingPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: site
  name: 'appsettings'
  properties: union(identitySettings, hostSettings, telemetrySettings, programSettings, mailHostSettings, mailReportSettings, mailReplySettings, sealSettings, traceViewerSettings, alertWebhookSettings, schedulerSettings, deskSettings)
}

// Embassies, signers and offices have no Entra account: whoever comes without one is let through, and the program
// itself holds the line at /desk, where it asks for both this sign-in and its own.
resource authentication 'Microsoft.Web/sites/config@2024-11-01' = if (!empty(deskClientId)) {
  parent: site
  name: 'authsettingsV2'
  properties: {
    platform: {
      enabled: true
      runtimeVersion: '~1'
    }
    globalValidation: {
      requireAuthentication: false
      unauthenticatedClientAction: 'AllowAnonymous'
    }
    httpSettings: {
      requireHttps: true
    }
    identityProviders: {
      azureActiveDirectory: {
        enabled: true
        registration: {
          clientId: deskClientId
          clientSecretSettingName: 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'
          openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
        }
        validation: {
          allowedAudiences: [
            deskClientId
          ]
        }
      }
    }
    login: {
      cookieExpiration: {
        convention: 'FixedTime'
        timeToExpiration: '08:00:00'
      }
      tokenStore: {
        enabled: false
      }
    }
  }
  dependsOn: [
    settings
  ]
}

// The program's own log goes to Application Insights; here only who signed in at the platform's door.
resource signInLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: 'to-workspace'
  properties: {
    workspaceId: workspaceResourceId
    logs: [
      {
        category: 'AppServiceAuthenticationLogs'
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

@description('Resource ID of the function app.')
output resourceId string = site.id

@description('Name of the function app.')
output name string = site.name

@description('Resource ID of the plan.')
output planResourceId string = plan.id

@description('Host name that Azure gave the app.')
output defaultHostName string = site.properties.defaultHostName

@description('What the TXT record asuid.<domain> has to say before a domain of one\'s own can be used.')
output domainVerificationId string = site.properties.customDomainVerificationId
