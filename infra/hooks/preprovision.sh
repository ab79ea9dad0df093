#!/bin/sh
# Before anything is made: is everything there that it takes? Says all that is missing, not only the first.
set -u
missing=0

say() {
    missing=$((missing + 1))
    echo "  - $1" >&2
}

for name in MAIL_FROM FIRST_ADMINISTRATOR ALERT_RECIPIENTS; do
    eval "value=\${$name:-}"
    case "$value" in
        ?*@?*.?*) ;;
        '') say "$name is not set: azd env set $name person@association.example" ;;
        *) say "$name is no mail address: '$value'" ;;
    esac
done

if ! command -v az >/dev/null 2>&1; then
    say "the Azure CLI (az) is not installed"
elif ! az account show >/dev/null 2>&1; then
    say "az is not signed in: az login"
else
    providers="Microsoft.Web Microsoft.Storage Microsoft.KeyVault Microsoft.Insights Microsoft.OperationalInsights Microsoft.ManagedIdentity Microsoft.AlertsManagement Microsoft.Consumption"
    [ "${PRIVATE_NETWORKING:-false}" = true ] && providers="$providers Microsoft.Network Microsoft.App"
    [ "${DURABLE_TASK_SCHEDULER:-false}" = true ] && providers="$providers Microsoft.DurableTask"
    for provider in $providers; do
        state=$(az provider show --namespace "$provider" --query registrationState --output tsv 2>/dev/null)
        [ "$state" = Registered ] || say "the subscription does not know $provider yet: az provider register --namespace $provider --wait"
    done
fi

if [ "$missing" -gt 0 ]; then
    echo "Nothing was provisioned; $missing thing(s) to do first." >&2
    exit 1
fi
