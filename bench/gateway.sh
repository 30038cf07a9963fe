#!/usr/bin/env bash
# What the gateway costs, counting in memory and in Redis, beside HAProxy with the cluster's configuration: processor time of the
# process for a request that it passes on to the same service, and how much later the answer comes than from the service itself.
#   bench/gateway.sh        needs ./jium build, wrk, curl, haproxy, redis-server
# ROUNDS (4) · DUR (6 s a round) · WARM (60 s) · CONC (16) · APP (server/target/jium)
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
APP=${APP:-$ROOT/server/target/jium} ROUNDS=${ROUNDS:-4} DUR=${DUR:-6} WARM=${WARM:-60} CONC=${CONC:-16}
AUTH_PORT=28091 MEMORY_PORT=28092 REDIS_PORT=28093 HAPROXY_PORT=28094 SERVER_PORT=28095
for tool in wrk curl haproxy redis-server; do command -v $tool >/dev/null || { echo "bench/gateway.sh needs $tool" >&2; exit 3; }; done
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT
java=$("$ROOT/jium" java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.home = //p')/bin/java

start() { # port, part, more settings
  # A JVM that starts fast gets fast slowly (decision 4); what is measured here is how fast it gets.
  (cd "$APP" && exec env JIUM_PORT="$1" JIUM_RUN="$2" JIUM_DATA="$work/$1" JIUM_ADMIN_PASSWORD=bench-only-7391 \
    JIUM_SERVICE_SECRET=bench-only-secret-0123456789abcdef "${@:3}" \
    "$java" @java.options -XX:CompileThresholdScaling=1 -jar jium.jar) >"$work/$1.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 600); do curl -fsS -o /dev/null "http://127.0.0.1:$1/actuator/health/readiness" 2>/dev/null && return; sleep 0.2; done
  cat "$work/$1.log" >&2; exit 1
}

redis-server --port $SERVER_PORT --save "" --bind 127.0.0.1 >"$work/redis.log" & pids+=($!)
start $AUTH_PORT auth
settings=(JIUM_AUTH_URL=http://127.0.0.1:$AUTH_PORT JIUM_RATE_LIMIT_PER_MINUTE=2000000 JIUM_RATE_LIMIT_PER_HOUR=2000000000)
start $MEMORY_PORT gateway "${settings[@]}"
memory=${pids[-1]}
start $REDIS_PORT gateway "${settings[@]}" JIUM_REDIS_URL=redis://127.0.0.1:$SERVER_PORT
redis=${pids[-1]}
(
  port_of() { echo $AUTH_PORT; }
  export -f port_of
  export AUTH_PORT RUN=$work DIR=$work PORT=$HAPROXY_PORT STATUS_PORT=28096 REPLICAS=1 GROUPS_OF_SERVICES=
  bash "$ROOT/ops/cluster/haproxy.sh"
) >"$work/haproxy.cfg"
printf 'HTTP/1.1 503 Service Unavailable\r\n\r\n' >"$work/503.http"
haproxy -db -f "$work/haproxy.cfg" >"$work/haproxy.log" 2>&1 & pids+=($!)
haproxy=${pids[-1]}
token=$(curl -fsS "http://127.0.0.1:$AUTH_PORT/auth/login" -H 'Content-Type: application/json' \
  -d '{"email":"admin@jium.local","password":"bench-only-7391"}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
path=/auth/.well-known/jwks.json

load() { # port, connections, seconds: "requests p50"
  wrk -t1 -c"$2" -d"$3" --latency -H "Authorization: Bearer $token" "http://127.0.0.1:$1$path" |
    awk '/ 50%/ {p50 = $2} /requests in/ {n = $1} /Non-2xx/ {bad = 1} END {if (bad) print "0 refused"; else print n, p50}'
}
cost() { # pid, port: us of its processor time a request
  local before n used
  before=$(awk '{print $14 + $15}' "/proc/$1/stat")
  read -r n _ < <(load "$2" "$CONC" "$DUR")
  used=$(($(awk '{print $14 + $15}' "/proc/$1/stat") - before))
  awk -v n="$n" -v t="$used" -v hz="$(getconf CLK_TCK)" 'BEGIN {printf "%.0f", 1e6 * t / hz / n}'
}
later() { load "$1" 1 "$DUR" | cut -d' ' -f2; }

for port in $MEMORY_PORT $REDIS_PORT; do
  curl -fsS -o /dev/null -D "$work/head" -H "Authorization: Bearer $token" "http://127.0.0.1:$port$path"
  grep -qi '^ratelimit-remaining:' "$work/head" || { echo "the limits do not count" >&2; exit 1; }
  load $port "$CONC" "$WARM" >/dev/null
done
[ -n "$(redis-cli -p $SERVER_PORT --scan --pattern 'rate:*')" ] || { echo "Redis does not count" >&2; exit 1; }
for round in $(seq "$ROUNDS"); do
  h=$(cost "$haproxy" $HAPROXY_PORT) m=$(cost "$memory" $MEMORY_PORT) r=$(cost "$redis" $REDIS_PORT)
  printf 'round %d, us of processor time a request: HAProxy %d; gateway %d (%.1f times that), counting in Redis %d (%.1f times); ' \
    "$round" "$h" "$m" "$((10 * m / h))e-1" "$r" "$((10 * r / h))e-1"
  printf 'p50 of one connection: service %s, HAProxy %s, gateway %s, counting in Redis %s\n' \
    "$(later $AUTH_PORT)" "$(later $HAPROXY_PORT)" "$(later $MEMORY_PORT)" "$(later $REDIS_PORT)"
done
