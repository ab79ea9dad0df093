// As prod, but for what is kept and for how many: an update that works here works there.
using '../main.bicep'

param environmentName = 'test'
param mailFrom = readEnvironmentVariable('MAIL_FROM')
param firstAdministrator = readEnvironmentVariable('FIRST_ADMINISTRATOR')
param alertRecipients = split(readEnvironmentVariable('ALERT_RECIPIENTS'), ',')
param deskClientId = readEnvironmentVariable('DESK_CLIENT_ID', '')
param operatorsGroupId = readEnvironmentVariable('OPERATORS_GROUP_ID', '')
param sampleAssociation = true
param monthlyBudget = 100
param storageSku = 'Standard_ZRS'
param storageSoftDeleteDays = 7
param evidenceRetentionDays = 1
param vaultSoftDeleteDays = 7
param deleteLock = false
param logRetentionDays = 30
param privateNetworking = true
