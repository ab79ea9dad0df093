// Where real MOUs are kept.
using '../main.bicep'

param environmentName = 'prod'
param mailFrom = readEnvironmentVariable('MAIL_FROM')
param firstAdministrator = readEnvironmentVariable('FIRST_ADMINISTRATOR')
param alertRecipients = split(readEnvironmentVariable('ALERT_RECIPIENTS'), ',')
param customDomain = readEnvironmentVariable('CUSTOM_DOMAIN', '')
param customDomainBound = bool(readEnvironmentVariable('CUSTOM_DOMAIN_BOUND', 'false'))
param deskClientId = readEnvironmentVariable('DESK_CLIENT_ID', '')
param operatorsGroupId = readEnvironmentVariable('OPERATORS_GROUP_ID', '')
param evidencePolicyLocked = bool(readEnvironmentVariable('EVIDENCE_POLICY_LOCKED', 'false'))
param sampleAssociation = false
param monthlyBudget = 400
param storageSku = 'Standard_GZRS'
param storageSoftDeleteDays = 90
param evidenceRetentionDays = 10958
param vaultSoftDeleteDays = 90
param deleteLock = true
param logRetentionDays = 365
param logDailyQuotaGb = 10
param privateNetworking = true
param maximumInstanceCount = 100
param alwaysReadyHttp = 1
param alwaysReadyDurable = 1
