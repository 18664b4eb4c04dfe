#!/bin/sh
# The official image copies reference settings first; there are none here.
set -eu
unset MAVEN_CONFIG
exec "$@"
