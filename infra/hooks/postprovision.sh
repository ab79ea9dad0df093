#!/bin/sh
# After provisioning: what only a person can do.
set -u
held=$(az keyvault secret show --vault-name "$VAULT_NAME" --name sendgrid-api-key --query id --output tsv 2>/dev/null)

echo "Provisioned: $PUBLIC_URL"
if [ -z "$held" ]; then
    echo "No SendGrid key was seen in the vault $VAULT_NAME. Until it is there, no mail leaves:"
    echo "  az keyvault secret set --vault-name $VAULT_NAME --name sendgrid-api-key --file KEYFILE --encoding utf-8"
fi
if [ -n "${CUSTOM_DOMAIN:-}" ] && [ "${CUSTOM_DOMAIN_BOUND:-false}" != true ]; then
    echo "The domain is bound. From now on: azd env set CUSTOM_DOMAIN_BOUND true"
fi
if [ -n "${DESK_CLIENT_ID:-}" ]; then
    echo "The desk's app registration trusts the identity $IDENTITY_PRINCIPAL_ID, or administrators cannot sign in: docs/azure.md, \"The desk\"."
fi
