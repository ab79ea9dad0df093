metadata name = 'Alerts'
metadata description = 'What wakes a person: each alert says what happened, and docs/azure.md what to do about it.'

@description('Beginning of the names of the alerts.')
param namePrefix string

@description('Region of the rules that query logs.')
param location string

@description('Tags of the resources.')
param tags object

@description('Mail addresses that alerts go to.')
@minLength(1)
param recipients array

@description('Whether alerts are sent; false keeps them declared and silent.')
param enabled bool

@description('Resource ID of the workspace that is queried.')
param workspaceResourceId string

@description('Resource ID of the Application Insights component.')
param insightsResourceId string

@description('Address that is asked for, from several places, whether the program is well.')
param healthUrl string

@description('Answers with a status of 500 and above, in five minutes, that are too many.')
@minValue(1)
param serverErrorThreshold int = 5

@description('Milliseconds that 19 of 20 requests must be answered within, over a quarter of an hour.')
@minValue(100)
param latencyThresholdMs int = 3000

// What the queries look for is named here once. The metrics are the program's own.
var failedOrchestrations = 'AppTraces | where coalesce(tostring(Properties.CategoryName), tostring(Properties.Category)) startswith "Host.Triggers.DurableTask" | extend state = coalesce(tostring(Properties.prop__state), tostring(Properties.state)), kind = coalesce(tostring(Properties.prop__functionType), tostring(Properties.functionType)), replay = coalesce(tostring(Properties.prop__isReplay), tostring(Properties.isReplay)) | where kind == "Orchestrator" and state == "Failed" and tolower(replay) != "true"'
var overdueEffects = 'AppMetrics | where Name == "localdiplomacy.effects.overdue" | where Max > 0'
var undeliveredMail = 'AppMetrics | where Name == "localdiplomacy.mail.undelivered" | where Sum > 0'
var serverErrors = 'AppRequests | where isnotempty(Url) and toint(ResultCode) >= 500'
var slowAnswers = 'AppRequests | where isnotempty(Url) | summarize P95 = percentile(DurationMs, 95)'

var logAlerts = [
  {
    name: 'failed-orchestration'
    title: 'An orchestration failed'
    description: 'A case or a mail is no longer carried by the engine. The record of the MOU is intact; nothing follows from it until the orchestration is run again.'
    severity: 1
    query: failedOrchestrations
    aggregation: 'Count'
    column: null
    threshold: 0
    windowMinutes: 15
  }
  {
    name: 'overdue-effect'
    title: 'An effect is overdue'
    description: 'Something that follows from a decision, such as a mail or a new link, has not been carried out in its time.'
    severity: 2
    query: overdueEffects
    aggregation: 'Count'
    column: null
    threshold: 0
    windowMinutes: 30
  }
  {
    name: 'undelivered-mail'
    title: 'A mail was given up'
    description: 'A mail bounced, or could not be handed over for a day. Its case shows which one.'
    severity: 2
    query: undeliveredMail
    aggregation: 'Count'
    column: null
    threshold: 0
    windowMinutes: 30
  }
  {
    name: 'server-errors'
    title: 'The program answers with errors'
    description: 'Too many answers with a status of 500 and above.'
    severity: 1
    query: serverErrors
    aggregation: 'Count'
    column: null
    threshold: serverErrorThreshold
    windowMinutes: 5
  }
  {
    name: 'latency'
    title: 'The program answers slowly'
    description: 'One request in twenty takes longer than it should.'
    severity: 3
    query: slowAnswers
    aggregation: 'Maximum'
    column: 'P95'
    threshold: latencyThresholdMs
    windowMinutes: 15
  }
]

var testLocations = [
  'apac-jp-kaw-edge'
  'apac-sg-sin-azr'
  'apac-hk-hkn-azr'
  'emea-nl-ams-azr'
  'us-va-ash-azr'
]

resource actionGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-people'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'mou-people'
    emailReceivers: [for (recipient, index) in recipients: {
      name: 'recipient-${index}'
      emailAddress: recipient
      useCommonAlertSchema: true
    }]
  }
}

resource logRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for alert in logAlerts: {
  name: '${namePrefix}-${alert.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: alert.title
    description: alert.description
    severity: alert.severity
    enabled: enabled
    scopes: [
      workspaceResourceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT${alert.windowMinutes}M'
    // The program's first metric creates the table: until then the query cannot be checked.
    skipQueryValidation: true
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: alert.aggregation
          metricMeasureColumn: alert.column
          operator: 'GreaterThan'
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        actionGroup.id
      ]
    }
  }
}]

resource availabilityTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${namePrefix}-availability'
  location: location
  // The portal finds the test by this tag.
  tags: union(tags, {
    'hidden-link:${insightsResourceId}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${namePrefix}-availability'
    Name: 'The program is well'
    Enabled: enabled
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [for place in testLocations: {
      Id: place
    }]
    Request: {
      RequestUrl: healthUrl
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource availabilityRule 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${namePrefix}-availability'
  location: 'global'
  tags: tags
  properties: {
    description: 'From two places or more the program cannot be reached, says that it is not well, or shows a certificate that is about to end.'
    severity: 0
    enabled: enabled
    scopes: [
      availabilityTest.id
      insightsResourceId
    ]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: availabilityTest.id
      componentId: insightsResourceId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: actionGroup.id
      }
    ]
  }
}

@description('Resource ID of the action group.')
output actionGroupResourceId string = actionGroup.id
