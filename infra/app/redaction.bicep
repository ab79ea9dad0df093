metadata name = 'Redaction'
metadata description = 'Takes the tokens of mailed links out of the request log before it is stored. A link token opens a case for reading, so it belongs in no log; the host records full addresses, and only this rule can reach them.'

@description('Name of the data collection rule.')
param name string

@description('Region of the rule: that of the workspace.')
param location string

@description('Tags of the resource.')
param tags object

@description('Resource ID of the workspace whose incoming records pass this rule.')
param workspaceResourceId string

// The address without its query, split at the slashes: 'https:', '', host, first segment, second segment, third segment.
var steps = [
  'source'
  'extend parts = split(tostring(split(tostring(Url), "?")[0]), "/")'
  'extend first = tostring(parts[3]), second = tostring(parts[4])'
  'extend ofPage = first == "review" or first == "central-review" or first == "sign" or (first == "sign-in" and second != "code"), ofCall = first == "api" and second == "links"'
  'extend origin = strcat(tostring(parts[0]), "//", tostring(parts[2]), "/", first)'
  'extend Url = iff(ofPage and isnotempty(second), strcat(origin, "/(token)"), iff(ofCall, strcat(origin, "/links/(token)"), tostring(split(tostring(Url), "?")[0])))'
  'extend Name = iff((ofPage or ofCall) and Name contains "/", "(a mailed link)", Name)'
  'extend OperationName = iff((ofPage or ofCall) and OperationName contains "/", "(a mailed link)", OperationName)'
  'project-away parts, first, second, ofPage, ofCall, origin'
]

resource rule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: name
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    description: 'Link tokens and query strings do not enter the request log.'
    dataSources: {}
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: workspaceResourceId
        }
      ]
    }
    dataFlows: [
      {
        streams: [
          'Microsoft-Table-AppRequests'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: join(steps, ' | ')
      }
    ]
  }
}

@description('Resource ID of the rule.')
output resourceId string = rule.id
