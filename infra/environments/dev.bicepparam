// For trying things out: made-up data, nothing kept, nothing always running.
using '../main.bicep'

param environmentName = 'dev'
param mailFrom = readEnvironmentVariable('MAIL_FROM')
param firstAdministrator = readEnvironmentVariable('FIRST_ADMINISTRATOR')
param alertRecipients = split(readEnvironmentVariable('ALERT_RECIPIENTS'), ',')
param sampleAssociation = true
param alertsEnabled = false
param monthlyBudget = 30
param storageSku = 'Standard_LRS'
param storageSoftDeleteDays = 7
param evidenceRetentionDays = 1
param vaultSoftDeleteDays = 7
param deleteLock = false
param logRetentionDays = 30
param logDailyQuotaGb = 1
param maximumInstanceCount = 40
