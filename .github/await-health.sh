#!/usr/bin/env bash
# await-health.sh URL: waits up to four minutes until the program says three times in a row that it is well.
# Three times, since just after a deployment an instance of the release before may still answer.
set -u
url=${1:?usage: await-health.sh URL}
well=0
for _ in $(seq 1 48); do
    if curl --fail --silent --show-error --max-time 20 --output /dev/null "$url"; then
        well=$((well + 1))
        [ "$well" -ge 3 ] && { echo "well: $url"; exit 0; }
    else
        well=0
    fi
    sleep 5
done
echo "::error::$url did not say 200 three times in a row within its time"
exit 1
