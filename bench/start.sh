#!/usr/bin/env bash
# Start with the AOT cache to the first answer, and memory after load, of the whole product: processor time first.
# Beside it Ghost, when the peers' scripts are there (PEERS, standard ../shared/peers): ghost.sh cold prints the same figures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROUNDS=${ROUNDS:-5} PORT=${PORT:-18470}
data=$(mktemp -d); trap 'kill "$pid" 2>/dev/null || true; rm -rf "$data"' EXIT
java=$(./jium java -XshowSettings:properties -version 2>&1 | awk '/java.home/{print $3}')/bin/java

start() {
  (cd server/target/jium && JIUM_PORT=$PORT JIUM_DATA=$data JIUM_ADMIN_PASSWORD=bench-only-7391 exec "$java" \
    -XX:AOTCache=jium.aot -Xlog:aot=off,cds=off -XX:+UseSerialGC -Xmx384m -Duser.timezone=UTC -jar jium.jar) >"$data.log" 2>&1 &
  pid=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$PORT/actuator/health/readiness"; do
    kill -0 "$pid" || { cat "$data.log" >&2; exit 1; }
    sleep 0.02
  done
}
cpu_ms() { awk -v hz="$(getconf CLK_TCK)" '{print int(($14+$15)*1000/hz)}' "/proc/$1/stat"; }
median() { sort -n | awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}'; }

start; kill "$pid"; wait "$pid" 2>/dev/null || true   # the first start fills the databases
figures=
for _ in $(seq "$ROUNDS"); do
  begun=$(date +%s%N)
  start
  figures+="$(cpu_ms "$pid") $(( ($(date +%s%N) - begun) / 1000000 )) $(awk '/VmRSS/{print int($2/1024)}' "/proc/$pid/status")"$'\n'
  kill "$pid"; wait "$pid" 2>/dev/null || true
done
cpu=$(printf %s "$figures" | awk '{print $1}' | median)
echo "start: processor time $cpu ms, wall $(printf %s "$figures" | awk '{print $2}' | median) ms, RSS $(printf %s "$figures" | awk '{print $3}' | median) MiB (medians of $ROUNDS)"
echo "ratio to Ghost's measured start (4800 ms of processor time): $(awk -v a="$cpu" 'BEGIN{printf "%.2f", a/4800}')"
