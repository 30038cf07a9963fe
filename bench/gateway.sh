#!/usr/bin/env bash
# What the gateway costs: processor time of its process for a request with a token, counted and forwarded, and how much later the
# answer comes than from the service itself. Two processes (auth; gateway) and wrk on this machine.
#   bench/gateway.sh        needs ./jium build, wrk, curl
# ROUNDS (5) · DUR (5 s a round) · WARM (20 s) · CONC (32) · APP (server/target/jium)
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
APP=${APP:-$ROOT/server/target/jium} ROUNDS=${ROUNDS:-5} DUR=${DUR:-5} WARM=${WARM:-20} CONC=${CONC:-32}
AUTH_PORT=28091 GATEWAY_PORT=28092
for tool in wrk curl; do command -v $tool >/dev/null || { echo "bench/gateway.sh needs $tool" >&2; exit 3; }; done
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null; wait 2>/dev/null; rm -rf "$work"' EXIT

start() { # port, part, more settings
  (cd "$APP" && exec env JIUM_PORT="$1" JIUM_RUN="$2" JIUM_DATA="$work/$2" JIUM_ADMIN_PASSWORD=bench-only-7391 \
    JIUM_SERVICE_SECRET=bench-only-secret-0123456789abcdef "${@:3}" \
    "$("$ROOT/jium" java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.home = //p')/bin/java" @java.options -jar jium.jar) \
    >"$work/$2.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 600); do curl -fsS -o /dev/null "http://127.0.0.1:$1/actuator/health/readiness" 2>/dev/null && return; sleep 0.2; done
  cat "$work/$2.log" >&2; exit 1
}

start $AUTH_PORT auth
start $GATEWAY_PORT gateway JIUM_AUTH_URL=http://127.0.0.1:$AUTH_PORT \
  JIUM_RATE_LIMIT_PER_MINUTE=2000000 JIUM_RATE_LIMIT_PER_HOUR=2000000000
gateway=${pids[1]}
token=$(curl -fsS "http://127.0.0.1:$AUTH_PORT/auth/login" -H 'Content-Type: application/json' \
  -d '{"email":"admin@jium.local","password":"bench-only-7391"}' | sed 's/.*"access_token":"\([^"]*\)".*/\1/')
path=/auth/.well-known/jwks.json

load() { # port, connections, seconds: "requests p50"
  wrk -t1 -c"$2" -d"$3" --latency -H "Authorization: Bearer $token" "http://127.0.0.1:$1$path" |
    awk '/ 50%/ {p50 = $2} /requests in/ {n = $1} /Non-2xx/ {bad = 1} END {if (bad) print "0 refused"; else print n, p50}'
}
ticks() { awk '{print $14 + $15}' "/proc/$gateway/stat"; }

curl -fsS -o /dev/null -D "$work/head" -H "Authorization: Bearer $token" "http://127.0.0.1:$GATEWAY_PORT$path"
grep -qi '^ratelimit-remaining:' "$work/head" || { echo "the limits do not count" >&2; exit 1; }
load $GATEWAY_PORT "$CONC" "$WARM" >/dev/null
for round in $(seq "$ROUNDS"); do
  before=$(ticks)
  read -r requests _ < <(load $GATEWAY_PORT "$CONC" "$DUR")
  used=$(($(ticks) - before))
  read -r _ direct < <(load $AUTH_PORT 1 "$DUR")
  read -r _ through < <(load $GATEWAY_PORT 1 "$DUR")
  awk -v r="$round" -v n="$requests" -v t="$used" -v hz="$(getconf CLK_TCK)" -v d="$direct" -v g="$through" \
    'BEGIN {printf "round %d: %.3f ms of processor time a request (%d requests); p50 alone %s, through the gateway %s\n", r, 1000 * t / hz / n, n, d, g}'
done
