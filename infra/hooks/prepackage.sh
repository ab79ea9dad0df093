#!/bin/sh
# azd publishes functions/ with the environment it was started in; MSBuild takes the host from there.
if [ "${FunctionsHost:-}" != azure ]; then
    echo "This would package the embedded host. Start azd so: FunctionsHost=azure azd deploy" >&2
    exit 1
fi
