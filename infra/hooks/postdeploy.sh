#!/bin/sh
# After a deployment: it counts only when the program says that it is well.
set -u
tries=0
until curl --fail --silent --show-error --max-time 20 --output /dev/null "$HEALTH_URL"; do
    tries=$((tries + 1))
    if [ "$tries" -ge 24 ]; then
        echo "The program did not become well at $HEALTH_URL. The way back: docs/azure.md, \"Roll back\"." >&2
        exit 1
    fi
    sleep 10
done
echo "Well: $HEALTH_URL"
