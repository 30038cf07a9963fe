#!/usr/bin/env bash
# Jium as many processes on this machine: MariaDB, Redis, every service, the gateway, and HAProxy in front.
# Called by ./jium cluster, which has found the JDK and built server/target/jium.
#
#   start [--replicas N] [--phase2|--whole]   bring it up and wait until it answers
#   status                                    a line for each process: name, pid, address, state
#   stop                                      end it
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
APP=$ROOT/server/target/jium
# The services of the program; acceptance compares the list with the program's own.
SERVICES="auth payment builder content deploy notification"

say() { printf '%s\n' "$*" >&2; }
die() { say "jium cluster: $*"; exit 1; }

DIR=${JIUM_CLUSTER_DIR:-$ROOT/data/cluster}
RUN=$DIR/run
LOGS=$DIR/logs
DATA=$DIR/data

layout() { # what the cluster is made of, as it was started
  # shellcheck disable=SC1091 # written by start
  [ -e "$DIR/layout" ] && . "$DIR/layout"
  REPLICAS=${REPLICAS:-1}
  LAYOUT=${LAYOUT:-split}
  PORT=${PORT:-8080}
  BASE=${BASE:-18000}
  MARIADB_PORT=$((BASE + 1))
  REDIS_PORT=$((BASE + 2))
  STATUS_PORT=$((BASE + 3))
  case $LAYOUT in
    # Phase 2 of the seed: what is used most on its own, the rest in one process.
    phase2) GROUPS_OF_SERVICES="auth builder content rest" ;;
    # Everything in one process, with the same parts around it.
    whole) GROUPS_OF_SERVICES= ;;
    *) GROUPS_OF_SERVICES=$SERVICES ;;
  esac
}

services_of() { # group
  [ "$1" != gateway ] || { [ "$LAYOUT" != whole ] || echo "${SERVICES// /,}"; return; }
  [ "$1" = rest ] || { echo "$1"; return; }
  local service rest=
  for service in $SERVICES; do
    case " $GROUPS_OF_SERVICES " in *" $service "*) ;; *) rest=$rest,$service ;; esac
  done
  echo "${rest#,}"
}

group_of() { # service
  case " $GROUPS_OF_SERVICES " in *" $1 "*) echo "$1" ;; *) echo rest ;; esac
}

index_of() { # group
  local group index=0
  for group in gateway $GROUPS_OF_SERVICES; do
    [ "$group" = "$1" ] && { echo $index; return; }
    index=$((index + 1))
  done
}

front_of() { echo $((BASE + 10 + $(index_of "$1"))); } # group: where HAProxy answers for it
port_of() { echo $((BASE + 100 + 10 * $(index_of "$1") + $2)); } # group, replica

processes() {
  local group replica
  echo mariadb redis
  for replica in $(seq 1 "$REPLICAS"); do
    for group in $GROUPS_OF_SERVICES gateway; do echo "$group-$replica"; done
  done
  echo haproxy
}

address_of() { # process
  case $1 in
    mariadb) echo "127.0.0.1:$MARIADB_PORT" ;;
    redis) echo "127.0.0.1:$REDIS_PORT" ;;
    haproxy) echo "0.0.0.0:$PORT" ;;
    *) echo "127.0.0.1:$(port_of "${1%-*}" "${1##*-}")" ;;
  esac
}

program() { command -v "$1" 2>/dev/null || echo "/usr/sbin/$1"; }

secret() { # name: 24 random letters, made once
  [ -s "$DIR/secrets/$1" ] || (umask 077; head -c 64 /dev/urandom | base64 | tr -dc a-zA-Z0-9 | head -c 24 >"$DIR/secrets/$1")
  cat "$DIR/secrets/$1"
}

# Becomes the process of that name.
become() {
  local service
  case $1 in
    mariadb)
      exec "$(program mariadbd)" --no-defaults --user="$(id -un)" --datadir="$DIR/mariadb" --socket="$RUN/mariadb.sock" \
        --pid-file="$RUN/mariadb.own.pid" --port="$MARIADB_PORT" --bind-address=127.0.0.1 --skip-name-resolve \
        --character-set-server=utf8mb4 --innodb-buffer-pool-size=128M --max-connections=300
      ;;
    redis)
      exec redis-server --port "$REDIS_PORT" --bind 127.0.0.1 --dir "$DIR/redis" --save "" --appendonly no
      ;;
    haproxy)
      exec "$(program haproxy)" -db -f "$DIR/haproxy.cfg"
      ;;
    *)
      local group=${1%-*} replica=${1##*-}
      local services
      services=$(services_of "$group")
      for service in $SERVICES; do
        [ "$LAYOUT" = whole ] || export "JIUM_${service^^}_URL=http://127.0.0.1:$(front_of "$(group_of "$service")")"
      done
      JIUM_PORT=$(port_of "$group" "$replica")
      JIUM_RUN=$services
      [ "$group" != gateway ] || JIUM_RUN=${services:+$services,}gateway,edge
      if [ -n "$services" ]; then
        JIUM_DATABASE_URL=jdbc:mariadb://127.0.0.1:$MARIADB_PORT
        JIUM_DATABASE_USER=jium_$group
        JIUM_DATABASE_PASSWORD=$(secret "database-$group")
        export JIUM_DATABASE_URL JIUM_DATABASE_USER JIUM_DATABASE_PASSWORD
      fi
      export JIUM_PORT JIUM_RUN JIUM_DATA=$DATA JIUM_REDIS_URL=redis://127.0.0.1:$REDIS_PORT
      export JIUM_PUBLIC_URL=${JIUM_PUBLIC_URL:-http://localhost:$PORT}
      local more=${JIUM_JAVA_OPTIONS:-}
      # Ours, not Jium's.
      unset JIUM_JAVA_OPTIONS JIUM_CLUSTER_DIR JIUM_CLUSTER_BASE
      cd "$APP"
      # shellcheck disable=SC2086 # several options
      exec "$JAVA_HOME/bin/java" -XX:AOTCache=jium.aot -Xlog:aot=off,cds=off @java.options -Xms32m -Xmx192m $more -jar jium.jar
      ;;
  esac
}

# Starts a process and starts it again whenever it ends, as systemd or Kubernetes would, until the cluster is stopped.
keep() {
  local code begun
  until [ -e "$RUN/stopping" ]; do
    begun=$SECONDS
    bash "$HERE/cluster.sh" become "$1" >>"$LOGS/$1.log" 2>&1 &
    echo $! >"$RUN/$1.pid"
    code=0
    wait $! || code=$?
    rm -f "$RUN/$1.pid"
    [ -e "$RUN/stopping" ] && break
    echo "$(date -u +%FT%TZ) $1 has ended with $code and is started again" >>"$LOGS/keep.log"
    # What cannot run is not tried at full speed.
    if [ $((SECONDS - begun)) -lt 3 ]; then sleep 3; else sleep 0.3; fi
  done
}

launch() { setsid bash "$HERE/cluster.sh" keep "$1" </dev/null >>"$LOGS/keep.log" 2>&1 & }

pid_of() { cat "$RUN/$1.pid" 2>/dev/null || true; }

alive() { local pid; pid=$(pid_of "$1"); [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; }

answers() { # process
  case $1 in
    mariadb) mariadb-admin --no-defaults --socket="$RUN/mariadb.sock" -u "$(id -un)" ping >/dev/null 2>&1 ;;
    redis) [ "$(redis-cli -p "$REDIS_PORT" ping 2>/dev/null)" = PONG ] ;;
    haproxy) haproxy_status >/dev/null ;;
    *) curl -fsS -m 2 -o /dev/null "http://$(address_of "$1")/actuator/health/readiness" 2>/dev/null ;;
  esac
}

haproxy_status() { curl -fsS -m 2 "http://127.0.0.1:$STATUS_PORT/;csv" 2>/dev/null; }

# HAProxy sees a moment later than we do that a process is ready.
await_use() {
  local until=$((SECONDS + 30))
  until haproxy_status | awk -F, '$2 !~ /^(svname|FRONTEND|BACKEND)$/ { seen = 1; if ($18 !~ /^UP/) down = 1 } END { exit !(seen && !down) }'; do
    [ $SECONDS -lt $until ] || die "HAProxy does not use all that runs; see http://127.0.0.1:$STATUS_PORT"
    sleep 0.2
  done
}

await() { # seconds, processes …
  local until=$((SECONDS + $1)) process
  shift
  for process in "$@"; do
    until answers "$process"; do
      [ $SECONDS -lt $until ] || die "$process does not answer; see $LOGS/$process.log"
      sleep 0.2
    done
  done
}

install_database() {
  local group service
  if [ ! -d "$DIR/mariadb/mysql" ]; then
    mariadb-install-db --no-defaults --datadir="$DIR/mariadb" --auth-root-authentication-method=socket \
      --auth-root-socket-user="$(id -un)" --skip-test-db --user="$(id -un)" >"$LOGS/mariadb-install.log" 2>&1 ||
      die "MariaDB cannot be set up; see $LOGS/mariadb-install.log"
  fi
  launch mariadb
  await 60 mariadb
  # A user for each process that sees the databases of its services and nothing else.
  for group in $GROUPS_OF_SERVICES gateway; do
    [ -n "$(services_of "$group")" ] || continue
    echo "create or replace user 'jium_$group'@'127.0.0.1' identified by '$(secret "database-$group")';"
    for service in $(services_of "$group" | tr , ' '); do
      echo "create database if not exists ${service}_db character set utf8mb4 collate utf8mb4_unicode_ci;"
      echo "grant all on ${service}_db.* to 'jium_$group'@'127.0.0.1';"
    done
  done | mariadb --no-defaults --socket="$RUN/mariadb.sock" -u "$(id -un)"
}

start() {
  # Not as it was started before.
  REPLICAS=1 LAYOUT=split
  while [ $# -gt 0 ]; do
    case $1 in
      --replicas) REPLICAS=${2:?--replicas needs a number}; shift ;;
      --phase2|--whole) LAYOUT=${1#--} ;;
      *) die "there is no option '$1'" ;;
    esac
    shift
  done
  [ -z "$(pid_of haproxy)" ] || die "it runs already; stop it with ./jium cluster stop"
  bash "$ROOT/ops/install.sh" mariadbd=mariadb-server redis-server=redis-server haproxy=haproxy curl=curl
  mkdir -p "$RUN" "$LOGS" "$DIR/redis" "$DIR/secrets" "$DATA"
  chmod 700 "$DIR/secrets"
  rm -f "$RUN"/*
  printf 'REPLICAS=%s\nLAYOUT=%s\nPORT=%s\nBASE=%s\n' "$REPLICAS" "$LAYOUT" "${JIUM_PORT:-8080}" "${JIUM_CLUSTER_BASE:-18000}" >"$DIR/layout"
  layout
  local port process
  for process in $(processes); do
    port=$(address_of "$process")
    if (exec 3<>"/dev/tcp/127.0.0.1/${port##*:}") 2>/dev/null; then
      die "port ${port##*:} for $process is taken; choose others with JIUM_PORT and JIUM_CLUSTER_BASE"
    fi
  done
  say "Starting MariaDB and Redis …"
  install_database
  launch redis
  await 30 redis
  printf 'HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\nRetry-After: 2\r\n\r\n%s\n' \
    '{"type":"about:blank","title":"Service Unavailable","status":503,"code":"service_unavailable"}' >"$DIR/503.http"
  export DIR RUN PORT STATUS_PORT REPLICAS GROUPS_OF_SERVICES BASE SERVICES
  export -f front_of port_of index_of
  bash "$HERE/haproxy.sh" >"$DIR/haproxy.cfg"
  "$(program haproxy)" -c -q -f "$DIR/haproxy.cfg" || die "HAProxy refuses $DIR/haproxy.cfg"
  launch haproxy
  # The first of each migrates its database; the others come when that is done.
  local replica group
  for replica in $(seq 1 "$REPLICAS"); do
    say "Starting ${GROUPS_OF_SERVICES:-everything} and the gateway, $replica of $REPLICAS …"
    for group in $GROUPS_OF_SERVICES gateway; do launch "$group-$replica"; done
    for group in $GROUPS_OF_SERVICES gateway; do await 180 "$group-$replica"; done
  done
  await 30 haproxy
  await_use
  say "Jium answers at http://localhost:$PORT, the state of its parts is at http://127.0.0.1:$STATUS_PORT, logs are in $LOGS"
}

status() {
  local process state down=0
  for process in $(processes); do
    if ! alive "$process"; then state=down; down=1
    elif answers "$process"; then state=up
    else state=starting; down=1; fi
    printf '%-16s %-8s %-18s %s\n' "$process" "$(pid_of "$process" | grep . || echo -)" "$(address_of "$process")" "$state"
  done
  return $down
}

end() { # signal, process
  local pid tries=0
  pid=$(pid_of "$2")
  [ -n "$pid" ] || return 0
  kill "-$1" "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null && [ $tries -lt 150 ]; do sleep 0.2; tries=$((tries + 1)); done
  kill -KILL "$pid" 2>/dev/null || true
}

stop() {
  [ -d "$RUN" ] || return 0
  touch "$RUN/stopping"
  local process
  # People first: what is under way ends, and nothing new comes.
  end USR1 haproxy
  for process in $(processes); do
    case $process in mariadb|redis|haproxy) ;; *) end TERM "$process" & ;; esac
  done
  wait
  end TERM redis
  end TERM mariadb
  rm -f "$RUN"/*
  say "Stopped."
}

layout
case ${1:-start} in
  start) start "${@:2}" ;;
  --*) start "$@" ;;
  status) status ;;
  stop) stop ;;
  become) become "$2" ;;
  keep) keep "$2" ;;
  *) die "there is no command '$1': start, status, stop" ;;
esac
