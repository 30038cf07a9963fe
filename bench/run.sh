#!/usr/bin/env bash
# Ratios against named peers, measured in one run. Called by ./jium bench; see each script's head for what it needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash bench/edge.sh "$@"
bash bench/start.sh
bash bench/saves.sh
bash bench/gateway.sh
bash bench/events.sh
bash bench/topologies.sh
