#!/usr/bin/env bash
# The same mix of reading requests in one process, in one process for each service, and behind gateway and HAProxy,
# on MariaDB and Redis, with token checks and limits. SECONDS_EACH (20) · WARM (120 s)
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
EACH=${SECONDS_EACH:-20} WARM=${WARM:-120}
# Eight JVMs on a few cores would take an hour to get warm with the shipped options (decision 4).
export JIUM_JAVA_OPTIONS=-XX:CompileThresholdScaling=1
export JIUM_PORT=${BENCH_PORT:-28900} JIUM_CLUSTER_BASE=${BENCH_BASE:-28600} JIUM_RATE_LIMIT_PER_MINUTE=10000000 JIUM_RATE_LIMIT_PER_HOUR=10000000
JIUM_CLUSTER_DIR=$(mktemp -d); export JIUM_CLUSTER_DIR
mix=$JIUM_CLUSTER_DIR/mix.json front=http://127.0.0.1:$JIUM_PORT
trap '"$ROOT/jium" cluster stop 2>/dev/null; rm -rf "$JIUM_CLUSTER_DIR"' EXIT
pid() { cat "$JIUM_CLUSTER_DIR/run/$1.pid"; }
address() { "$ROOT/jium" cluster status | awk -v name="$1" '$1 == name { print "http://" $3 }'; }
measure() { node "$ROOT/bench/mix.mjs" run "$mix" "$@"; }

"$ROOT/jium" cluster --whole 2>/dev/null
node "$ROOT/bench/mix.mjs" prepare "$front" "$mix"
whole=$(address gateway-1)
measure "warming up" "$WARM" "" "$whole" >/dev/null
measure "one process" "$EACH" "$(pid gateway-1)" "$whole"
"$ROOT/jium" cluster stop 2>/dev/null

"$ROOT/jium" cluster 2>/dev/null
node "$ROOT/bench/mix.mjs" prepare "$front" "$mix"
places=()
for service in auth payment builder deploy; do places+=("$service=$(address $service-1)"); done
gateway=$(address gateway-1)
measure "warming up" "$WARM" "" "$front" >/dev/null
measure "one process for each service, asked directly" "$EACH" "" "$gateway" "${places[@]}"
measure "behind the gateway (its share)" "$EACH" "$(pid gateway-1)" "$gateway"
measure "behind HAProxy and the gateway (their shares)" "$EACH" "$(pid haproxy),$(pid gateway-1)" "$front"
