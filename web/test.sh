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
