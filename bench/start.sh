#!/usr/bin/env bash
# The whole product beside Ghost, in turn: processor time from its start to its first answer; then its memory after load.
# The load is bench/edge.sh's on the whole server, so the table of published pages comes twice: for the edge alone, and here.
# PEERS: where the peers' scripts are, with Ghost installed (its install.sh) · ROUNDS (5) · START_PORT
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PEERS=${PEERS:-$ROOT/../shared/peers}
[ -r "$PEERS/lib.sh" ] || { echo "bench/start.sh cannot run: the peers' scripts are not at $PEERS (set PEERS)" >&2; exit 3; }
PEERS_ROUNDS=1
. "$PEERS/lib.sh"
[ -d "$P/ghost" ] || { echo "bench/start.sh cannot run: Ghost is not installed, $PEERS/install.sh does it" >&2; exit 3; }
ROUNDS=${START_ROUNDS:-5} PORT=${START_PORT:-28470}
HOME_OF_JAVA=$("$ROOT/jium" java -XshowSettings:properties -version 2>&1 | awk '/java.home/{print $3}')
data=$(mktemp -d); pid=
stop() { [ -z "$pid" ] || { kill "$pid" && wait "$pid"; } 2>/dev/null || true; pid=; }
trap 'stop; bash "$PEERS/ghost.sh" stop; rm -rf "$data"' EXIT

start() {
  port_free "$PORT" || die "port $PORT is taken"
  (cd "$ROOT/server/target/jium" && JIUM_PORT=$PORT JIUM_DATA=$data JIUM_ADMIN_PASSWORD=bench-only-7391 JIUM_RATE_LIMIT_PER_MINUTE=0 JIUM_RATE_LIMIT_PER_HOUR=0 exec \
    "$HOME_OF_JAVA/bin/java" -XX:AOTCache=jium.aot -Xlog:aot=off,cds=off @java.options -jar jium.jar) >"$data/log" 2>&1 &
  pid=$!
  wait_200 "http://127.0.0.1:$PORT/actuator/health/readiness" 120 "$pid" || die "it did not start: $(tail "$data/log")"
}

T0=$(now_ns); start >/dev/null; stop   # the first start fills the databases
OURS=() GHOSTS=() RATIOS=() WALL=() GHOST_WALL=()
for i in $(seq "$ROUNDS"); do
  T0=$(now_ns); start >"$data/ms"; ours=$(($(cpu_ticks "$pid") * 10)); WALL+=("$(cat "$data/ms")"); stop
  said=$(bash "$PEERS/ghost.sh" cold 2>&1) || die "Ghost: $said"
  ghost=$(sed -n 's/.*cold_start_cpu_ms = \([0-9]*\).*/\1/p' <<<"$said")
  GHOST_WALL+=("$(sed -n 's/.*cold_start_ms = \([0-9]*\).*/\1/p' <<<"$said")")
  OURS+=("$ours") GHOSTS+=("$ghost") RATIOS+=("$(awk -v a="$ours" -v b="$ghost" 'BEGIN{printf "%.3f",a/b}')")
  say "start round $i: Ghost $ghost ms of processor time, ours $ours ms"
done
med() { printf '%s\n' "$@" | median; }
echo "start to the first answer, $ROUNDS rounds in turn, medians: processor time Ghost $(med "${GHOSTS[@]}") ms, ours $(med "${OURS[@]}") ms," \
  "ratio $(med "${RATIOS[@]}"); wall clock Ghost $(med "${GHOST_WALL[@]}") ms, ours $(med "${WALL[@]}") ms"

bash "$ROOT/bench/edge.sh" fill "$data/sites"
T0=$(now_ns); start >/dev/null
bash "$ROOT/bench/edge.sh" run "$PORT" "$pid"
ours=$(mem_mib "$pid"); ours=${ours% *}; stop
bash "$PEERS/ghost.sh" start
ghost_pid=$(cat "$RUN/ghost/pid")
T0=$(now_ns); wait_200 "http://127.0.0.1:$PORT_GHOST/" 120 "$ghost_pid" >/dev/null
wrk1 16 20 "http://127.0.0.1:$PORT_GHOST/" >/dev/null
ghost=$(mem_mib "$ghost_pid"); ghost=${ghost% *}
echo "memory after load (RSS, MiB): Ghost $ghost, ours $ours, ratio $(awk -v a="$ours" -v b="$ghost" 'BEGIN{printf "%.2f",a/b}')"
