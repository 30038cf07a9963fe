#!/usr/bin/env bash
# A save of a page of 150 KB and of one text in it, on H2 and on MariaDB (its processor time counted in), beside Silex's save of the same page
# in the same run, one after the other. Ours is authorised, a version, and on the disk before the answer; Silex's is a file that is written over.
# PEERS: where the peers' scripts are, with Silex installed (its install.sh) · WRITERS (1) · SECONDS_EACH (10) · WARM (60) · SAVES_PORT
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PEERS=${PEERS:-$ROOT/../shared/peers}
[ -r "$PEERS/lib.sh" ] || { echo "bench/saves.sh cannot run: the peers' scripts are not at $PEERS (set PEERS)" >&2; exit 3; }
. "$PEERS/lib.sh"
[ -d "$P/silex" ] || { echo "bench/saves.sh cannot run: Silex is not installed, $PEERS/install.sh does it" >&2; exit 3; }
EACH=${SECONDS_EACH:-10} WARM=${WARM:-60} PORT=${SAVES_PORT:-28480}
HOME_OF_JAVA=$("$ROOT/jium" java -XshowSettings:properties -version 2>&1 | awk '/java.home/{print $3}')
data=$(mktemp -d); pid=
# As in bench/topologies.sh: what a JVM costs once it is warm, which the shipped options put off (decision 4).
export JIUM_JAVA_OPTIONS=-XX:CompileThresholdScaling=1
export JIUM_PORT=$PORT JIUM_CLUSTER_BASE=${BENCH_BASE:-28600} JIUM_CLUSTER_DIR=$data/cluster JIUM_RATE_LIMIT_PER_MINUTE=10000000 JIUM_RATE_LIMIT_PER_HOUR=10000000
stop() {
  [ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true
  "$ROOT/jium" cluster stop >/dev/null 2>&1 || true
  bash "$PEERS/silex.sh" stop >/dev/null 2>&1 || true
  rm -rf "$data"
}
trap stop EXIT
mkdir -p "$JIUM_CLUSTER_DIR"
for site in 1 2 3 4; do mkdir -p "$RUN/silex/fs/site$site"; echo '{"name":"s","connectorUserSettings":{}}' >"$RUN/silex/fs/site$site/meta.json"; done
bash "$PEERS/silex.sh" start
silex_pid=$(cat "$RUN/silex/pid")
T0=$(now_ns); wait_200 "http://127.0.0.1:$PORT_SILEX/api/website/?websiteId=default&connectorId=fs-storage" 60 "$silex_pid" >/dev/null
silex() { node "$ROOT/bench/saves.mjs" Silex silex "http://127.0.0.1:$PORT_SILEX" "$silex_pid" "$EACH" "$1"; }

silex 5
(cd "$ROOT/server/target/jium" && JIUM_DATA=$data/h2 exec env -u JIUM_CLUSTER_BASE -u JIUM_CLUSTER_DIR -u JIUM_JAVA_OPTIONS "$HOME_OF_JAVA/bin/java" -XX:AOTCache=jium.aot -Xlog:aot=off,cds=off @java.options $JIUM_JAVA_OPTIONS -jar jium.jar) >"$data/log" 2>&1 &
pid=$!
T0=$(now_ns); wait_200 "http://127.0.0.1:$PORT/actuator/health/readiness" 120 "$pid" >/dev/null || die "it did not start: $(tail "$data/log")"
node "$ROOT/bench/saves.mjs" "Jium on H2" jium "http://127.0.0.1:$PORT" "$pid" "$EACH" "$WARM"
kill "$pid"; wait "$pid" 2>/dev/null || true; pid=
silex 2
"$ROOT/jium" cluster --whole 2>/dev/null
on() { cat "$JIUM_CLUSTER_DIR/run/$1.pid"; }
address=$("$ROOT/jium" cluster status | awk '$1 == "gateway-1" { print "http://" $3 }')
node "$ROOT/bench/saves.mjs" "Jium on MariaDB" jium "$address" "$(on gateway-1),$(on mariadb),$(on redis)" "$EACH" "$WARM"
silex 2
