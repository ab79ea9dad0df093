metadata name = 'Budget'
metadata description = 'Says in time that a month is becoming dearer than planned. It stops nothing.'

@description('Name of the budget.')
param name string

@description('What a month may cost, in the currency of the subscription.')
@minValue(1)
param amount int

@description('First day of the first month, as 2026-11-01.')
param startDate string

@description('Mail addresses that are told.')
param recipients array

@description('Resource ID of the action group that is told.')
param actionGroupResourceId string

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: startDate
    }
    notifications: {
      spentMost: {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: recipients
        contactGroups: [
          actionGroupResourceId
        ]
      }
      willExceed: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: recipients
        contactGroups: [
          actionGroupResourceId
        ]
      }
    }
  }
}
