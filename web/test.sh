#!/usr/bin/env bash
# The console's own checks, then the stories in real Chromium against the built product.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

install() {
  if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-fund --no-audit --loglevel=error
    touch node_modules/.package-lock.json
  fi
}

(cd schema && install && npm run --silent check)
(cd console && npm run --silent lint && npm run --silent test && npm run --silent budget)

cd e2e
install
npm test

# The first story once more, with every service in a process of its own behind HAProxy.
JIUM_CLUSTER_DIR=$(mktemp -d)
export JIUM_CLUSTER_DIR JIUM_CLUSTER_BASE=31000 JIUM_PORT=31999 JIUM_RATE_LIMIT_PER_MINUTE=0 JIUM_RATE_LIMIT_PER_HOUR=0
trap '../../jium cluster stop; rm -rf "$JIUM_CLUSTER_DIR"' EXIT
../../jium cluster
ADDRESS=http://localhost:$JIUM_PORT npm run --silent first-story
