#!/bin/sh
# Takes one environment away, for good. Usage: infra/hooks/teardown.sh ENVIRONMENT
# Refuses where records are protected: the lock and the evidence policy are taken off by hand, knowingly, or not at all.
set -eu
environment=${1:?usage: infra/hooks/teardown.sh ENVIRONMENT}
group="rg-localdiplomacy-$environment"

az group show --name "$group" --query id --output tsv >/dev/null
locks=$(az lock list --resource-group "$group" --query '[].name' --output tsv)
if [ -n "$locks" ]; then
    echo "$group is protected by: $locks. Nothing was removed; docs/azure.md, \"Tear down\", says what comes first." >&2
    exit 1
fi
account=$(az storage account list --resource-group "$group" --query '[0].name' --output tsv)
if [ -n "$account" ]; then
    policy=$(az storage container immutability-policy show --account-name "$account" --resource-group "$group" --container-name evidence --query state --output tsv 2>/dev/null || true)
    if [ "$policy" = Locked ]; then
        echo "The evidence in $account is locked until its time has passed; Azure will not delete it, and neither does this." >&2
        exit 1
    fi
fi

printf 'This removes %s with every MOU in it. Type the name of the environment to go on: ' "$group"
read -r answer
[ "$answer" = "$environment" ] || { echo "Nothing was removed." >&2; exit 1; }
az group delete --name "$group" --yes
echo "$group is gone. The vault stays recoverable, and its name taken, until its days are over; purge protection cannot be shortened."
