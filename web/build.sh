#!/usr/bin/env bash
# Builds the console into web/console/dist; does nothing when dist is newer than its sources.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/console"
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-fund --no-audit --loglevel=error
  touch node_modules/.package-lock.json
fi
if [ -e dist/index.html ] && [ -z "$(find . \( -name node_modules -o -name dist \) -prune -o -type f -newer dist/index.html -print -quit)" ]; then
  exit 0
fi
npm run --silent build
