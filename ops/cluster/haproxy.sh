#!/usr/bin/env bash
# Prints the configuration of the cluster's HAProxy: one way in for people, and one for each group of services.
# Reads the variables that cluster.sh sets.
set -euo pipefail

servers() { # group
  local replica
  for replica in $(seq 1 "$REPLICAS"); do
    echo "  server $1-$replica 127.0.0.1:$(port_of "$1" "$replica") check"
  done
}

cat <<TXT
global
  log stdout format raw local0 notice
  maxconn 4096
  hard-stop-after 30s
  stats socket $RUN/haproxy.sock mode 600 level admin
  # What is asked again elsewhere has to fit into one buffer; what does not, an editor sends again itself. Larger ones cost
  # every request dearly: 0.20 ms of processor time instead of 0.04.
  tune.bufsize 32768
  tune.maxrewrite 4096

defaults
  mode http
  log global
  option dontlognull
  option redispatch 1
  retries 3
  # A request that a killed process has not answered goes to another one; those that create or charge never do.
  retry-on conn-failure empty-response
  # Only what is here as a whole when it is passed on can be asked again.
  option http-buffer-request
  http-reuse aggressive
  timeout connect 2s
  timeout client 65s
  timeout server 65s
  timeout http-request 10s
  timeout http-keep-alive 60s
  timeout queue 10s
  timeout tunnel 1h
  default-server inter 1s fastinter 250ms downinter 500ms fall 2 rise 1 maxconn 256
  errorfile 503 $DIR/503.http
  errorfile 502 $DIR/503.http

frontend people
  bind :$PORT
  http-request del-header X-Forwarded- -m beg
  http-request del-header Forwarded
  http-request set-header X-Forwarded-Proto http
  http-request set-header X-Forwarded-Host %[req.hdr(Host)]
  option forwardfor
  default_backend gateway

frontend status
  bind 127.0.0.1:$STATUS_PORT
  stats enable
  stats uri /
  stats refresh 5s
  stats show-legends
  http-request use-service prometheus-exporter if { path /metrics }

backend gateway
  balance leastconn
  http-request disable-l7-retry if METH_POST or { method PATCH }
  option httpchk GET /actuator/health/readiness
$(servers gateway)
TXT

for group in $GROUPS_OF_SERVICES; do
  cat <<TXT

frontend $group
  bind 127.0.0.1:$(front_of "$group")
  default_backend $group

backend $group
  balance leastconn
  http-request disable-l7-retry if METH_POST or { method PATCH }
  option httpchk GET /actuator/health/readiness
$(servers "$group")
TXT
done
