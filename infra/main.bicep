metadata name = 'LocalDiplomacy'
metadata description = 'One environment of LocalDiplomacy in a resource group of its own. This file composes; app/*.bicep declare.'

targetScope = 'subscription'

@description('Name of the environment, such as dev, test or prod. Names of resources are derived from it.')
@minLength(2)
@maxLength(20)
param environmentName string

@description('Region of everything. Records of Korean local governments stay in Korea unless the people responsible decide otherwise.')
@allowed([
  'koreacentral'
  'japaneast'
  'southeastasia'
  'australiaeast'
  'francecentral'
  'germanywestcentral'
  'swedencentral'
  'westeurope'
  'eastus2'
])
@metadata({
  azd: {
    type: 'location'
  }
})
param location string = 'koreacentral'

@description('Tags of everything, besides those that name the program and the environment.')
param extraTags object = {}

@description('Domain of one\'s own, such as mou.association.example; empty to use the address that Azure gives.')
param customDomain string = ''

@description('False on the first deployment with a domain, true from then on.')
param customDomainBound bool = false

@description('Address that mails are sent from. Its domain is authenticated at SendGrid.')
param mailFrom string

@description('Public key with which SendGrid signs its event webhook, as SendGrid shows it. Empty: no reports of deliveries are taken.')
param mailReportVerifier string = ''

@description('Host whose MX record leads to SendGrid and to which answers to mails go, such as reply.association.example. Empty: mails name no address for an answer.')
param replyDomain string = ''

@description('Public key of the security policy of SendGrid’s inbound parse, as its API shows it. It goes together with the reply domain.')
param mailReplyVerifier string = ''

@description('Address at which a trace is looked at, with {trace} in the place of its id, such as https://traces.example/trace/{trace}. Empty: ids are shown without a link.')
param traceViewer string = ''

@description('Address that alerts are posted to, https. Empty: administrators are told by mail alone. Put the secret alert-webhook-secret into the vault first.')
param alertWebhookUrl string = ''

@description('Address of the SendGrid API; empty for the global one, https://api.eu.sendgrid.com for a European sub-user.')
param sendGridHost string = ''

@description('Name of the certificate in the vault that seals evidence; empty for none.')
param sealCertificateName string = ''

@description('Mail address of the first administrator, who is made when the store is empty.')
param firstAdministrator string

@description('Whether an empty store is filled with the made-up sample association. Never where real MOUs will be kept.')
param sampleAssociation bool = false

@description('Client ID of the Entra app registration by which administrators sign in to the desk; empty to rely on the program\'s own sign-in alone.')
param deskClientId string = ''

@description('Object ID of the Entra group that looks after the SendGrid key; empty for none.')
param operatorsGroupId string = ''

@description('Mail addresses that alerts and the budget go to.')
@minLength(1)
param alertRecipients array

@description('Whether alerts are sent; false keeps them declared and silent.')
param alertsEnabled bool = true

@description('What a month may cost, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int

@description('First day of the first month of the budget.')
param budgetStartDate string = utcNow('yyyy-MM-01')

@description('Path that says whether the program is well.')
param healthPath string = '/api/health/ready'

@description('Copies of the records that are kept, and where.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param storageSku string = 'Standard_ZRS'

@description('Days for which a deleted blob or container can be brought back.')
@minValue(7)
@maxValue(365)
param storageSoftDeleteDays int = 30

@description('Days for which evidence can be neither changed nor deleted. An MOU is kept for thirty years.')
@minValue(1)
@maxValue(146000)
param evidenceRetentionDays int = 10958

@description('Set to true once the evidence policy has been locked, which docs/azure.md describes and nothing can undo.')
param evidencePolicyLocked bool = false

@description('Days for which a deleted secret can be brought back; fixed when the vault is created.')
@minValue(7)
@maxValue(90)
param vaultSoftDeleteDays int = 90

@description('Whether the records are protected against deletion.')
param deleteLock bool = true

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 90

@description('Gigabytes of logs taken in a day before the rest is dropped; -1 for no limit.')
param logDailyQuotaGb int = 5

@description('Whether the storage account and the key vault are reached over private endpoints only.')
param privateNetworking bool = false

@description('Addresses of the virtual network, where there is one: a /24 or larger.')
param networkAddressPrefix string = '10.60.0.0/24'

@description('Whether instances are spread over availability zones. Needs two always-ready instances, and a region that offers it.')
param zoneRedundant bool = false

@description('Memory of an instance.')
@allowed([
  512
  2048
  4096
])
param instanceMemoryMB int = 2048

@description('Instances that there are at most.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Instances that always run for pages and the API.')
@minValue(0)
param alwaysReadyHttp int = 0

@description('Instances that always run for orchestrations and their activities.')
@minValue(0)
param alwaysReadyDurable int = 0

@description('Name of the Durable Task hub. Changing it leaves running orchestrations behind.')
@minLength(3)
@maxLength(45)
param taskHubName string = 'LocalDiplomacy'

@description('Whether orchestrations run on the Durable Task Scheduler instead of the storage account. host.json has to say the same.')
param durableTaskScheduler bool = false

@description('How the scheduler is paid for: by use, or by reserved capacity.')
@allowed([
  'Consumption'
  'Dedicated'
])
param schedulerSku string = 'Consumption'

@description('Region of the scheduler, for when it is not offered where everything else is.')
param schedulerLocation string = location

var token = toLower(uniqueString(subscription().id, environmentName, location))

var tags = union(extraTags, {
  'azd-env-name': environmentName
  program: 'LocalDiplomacy'
})

var names = {
  group: 'rg-localdiplomacy-${environmentName}'
  identity: 'id-localdiplomacy-${environmentName}'
  network: 'vnet-localdiplomacy-${environmentName}'
  workspace: 'log-localdiplomacy-${environmentName}'
  insights: 'appi-localdiplomacy-${environmentName}'
  redaction: 'dcr-localdiplomacy-${environmentName}'
  plan: 'plan-localdiplomacy-${environmentName}'
  app: 'func-localdiplomacy-${token}'
  storage: 'stld${token}'
  vault: 'kv-ld-${token}'
  scheduler: 'dts-localdiplomacy-${token}'
  budget: 'budget-localdiplomacy-${environmentName}'
  alerts: 'alert-localdiplomacy-${environmentName}'
  workbook: 'LocalDiplomacy ${environmentName}'
}

var publicUrl = empty(customDomain) ? 'https://${names.app}.azurewebsites.net' : 'https://${customDomain}'

resource group 'Microsoft.Resources/resourceGroups@2024-11-01' = {
  name: names.group
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  name: 'identity'
  params: {
    name: names.identity
    location: location
    tags: tags
  }
}

module workspace 'app/workspace.bicep' = {
  scope: group
  name: 'workspace'
  params: {
    name: names.workspace
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
  }
}

module redaction 'app/redaction.bicep' = {
  scope: group
  name: 'redaction'
  params: {
    name: names.redaction
    location: location
    tags: tags
    workspaceResourceId: workspace.outputs.resourceId
  }
}

// The same workspace once more, now that the rule exists which it names. Telemetry starts only after this.
module redactedWorkspace 'app/workspace.bicep' = {
  scope: group
  name: 'redacted-workspace'
  params: {
    name: names.workspace
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyQuotaGb: logDailyQuotaGb
    redactionRuleResourceId: redaction.outputs.resourceId
  }
}

module insights 'app/insights.bicep' = {
  scope: group
  name: 'insights'
  params: {
    name: names.insights
    location: location
    tags: tags
    workspaceResourceId: redactedWorkspace.outputs.resourceId
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  name: 'storage'
  params: {
    name: names.storage
    location: location
    tags: tags
    skuName: storageSku
    privateOnly: privateNetworking
    softDeleteDays: storageSoftDeleteDays
    evidenceRetentionDays: evidenceRetentionDays
    evidencePolicyLocked: evidencePolicyLocked
    deleteLock: deleteLock
    taskHubName: taskHubName
    workspaceResourceId: redactedWorkspace.outputs.resourceId
  }
}

module vault 'app/vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    name: names.vault
    location: location
    tags: tags
    privateOnly: privateNetworking
    softDeleteDays: vaultSoftDeleteDays
    workspaceResourceId: redactedWorkspace.outputs.resourceId
  }
}

module network 'app/network.bicep' = if (privateNetworking) {
  scope: group
  name: 'network'
  params: {
    name: names.network
    location: location
    tags: tags
    addressPrefix: networkAddressPrefix
  }
}

module storageEndpoints 'app/endpoint.bicep' = [for service in ['blob', 'queue', 'table']: if (privateNetworking) {
  scope: group
  name: 'endpoint-${service}'
  params: {
    name: 'pe-${names.storage}-${service}'
    location: location
    tags: tags
    subnetResourceId: network!.outputs.endpointSubnetResourceId
    targetResourceId: storage.outputs.resourceId
    groupId: service
    zoneResourceId: network!.outputs.zoneResourceIds[service]
  }
}]

module vaultEndpoint 'app/endpoint.bicep' = if (privateNetworking) {
  scope: group
  name: 'endpoint-vault'
  params: {
    name: 'pe-${names.vault}'
    location: location
    tags: tags
    subnetResourceId: network!.outputs.endpointSubnetResourceId
    targetResourceId: vault.outputs.resourceId
    groupId: 'vault'
    zoneResourceId: network!.outputs.zoneResourceIds.vault
  }
}

module scheduler 'app/scheduler.bicep' = if (durableTaskScheduler) {
  scope: group
  name: 'scheduler'
  params: {
    name: names.scheduler
    location: schedulerLocation
    tags: tags
    skuName: schedulerSku
    taskHubName: taskHubName
  }
}

module roles 'app/roles.bicep' = {
  scope: group
  name: 'roles'
  params: {
    appPrincipalId: identity.outputs.principalId
    operatorsGroupId: operatorsGroupId
    storageAccountName: storage.outputs.name
    vaultName: vault.outputs.name
    insightsName: insights.outputs.name
    schedulerName: durableTaskScheduler ? names.scheduler : ''
  }
  dependsOn: [
    scheduler
  ]
}

module functionApp 'app/function-app.bicep' = {
  scope: group
  name: 'function-app'
  params: {
    planName: names.plan
    name: names.app
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    identityResourceId: identity.outputs.resourceId
    identityClientId: identity.outputs.clientId
    storageAccountName: storage.outputs.name
    packageContainerUri: storage.outputs.packageContainerUri
    vaultName: vault.outputs.name
    insightsName: insights.outputs.name
    workspaceResourceId: redactedWorkspace.outputs.resourceId
    subnetResourceId: privateNetworking ? network!.outputs.appSubnetResourceId : ''
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyHttp: alwaysReadyHttp
    alwaysReadyDurable: alwaysReadyDurable
    publicUrl: publicUrl
    mailFrom: mailFrom
    mailReportVerifier: mailReportVerifier
    replyDomain: replyDomain
    mailReplyVerifier: mailReplyVerifier
    sendGridHost: sendGridHost
    sealCertificateName: sealCertificateName
    traceViewer: traceViewer
    alertWebhookUrl: alertWebhookUrl
    firstAdministrator: firstAdministrator
    sampleAssociation: sampleAssociation
    taskHubName: taskHubName
    schedulerEndpoint: durableTaskScheduler ? scheduler!.outputs.endpoint : ''
    deskClientId: deskClientId
  }
  // An app that starts before its roles and endpoints are there fails, and is slow to try again.
  dependsOn: [
    roles
    storageEndpoints
    vaultEndpoint
  ]
}

module domain 'app/domain.bicep' = if (!empty(customDomain)) {
  scope: group
  name: 'domain'
  params: {
    functionAppName: functionApp.outputs.name
    location: location
    tags: tags
    domain: customDomain
    bound: customDomainBound
  }
}

module alerts 'app/alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    namePrefix: names.alerts
    location: location
    tags: tags
    recipients: alertRecipients
    enabled: alertsEnabled
    workspaceResourceId: redactedWorkspace.outputs.resourceId
    insightsResourceId: insights.outputs.resourceId
    healthUrl: '${publicUrl}${healthPath}'
  }
}

module workbook 'app/workbook.bicep' = {
  scope: group
  name: 'workbook'
  params: {
    title: names.workbook
    location: location
    tags: tags
    workspaceResourceId: redactedWorkspace.outputs.resourceId
  }
}

module budget 'app/budget.bicep' = {
  scope: group
  name: 'budget'
  params: {
    name: names.budget
    amount: monthlyBudget
    startDate: budgetStartDate
    recipients: alertRecipients
    actionGroupResourceId: alerts.outputs.actionGroupResourceId
  }
}

@description('Region of everything.')
output AZURE_LOCATION string = location

@description('Name of the resource group.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app.')
output FUNCTION_APP_NAME string = functionApp.outputs.name

@description('Address that people open.')
output PUBLIC_URL string = publicUrl

@description('Address that says whether the program is well.')
output HEALTH_URL string = '${publicUrl}${healthPath}'

@description('Host name that the CNAME of a domain of one\'s own points at.')
output DEFAULT_HOST_NAME string = functionApp.outputs.defaultHostName

@description('What the TXT record asuid.<domain> has to say.')
output DOMAIN_VERIFICATION_ID string = functionApp.outputs.domainVerificationId

@description('Name of the key vault that the SendGrid key is put into.')
output VAULT_NAME string = vault.outputs.name

@description('Name of the storage account.')
output STORAGE_ACCOUNT_NAME string = storage.outputs.name

@description('Object ID of the identity of the app, for the federated credential of the desk\'s app registration.')
output IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
