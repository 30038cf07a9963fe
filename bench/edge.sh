#!/usr/bin/env bash
# Published pages: our edge beside nginx, the same thousand pages, the same requests, in turn.
#   bench/edge.sh                 the edge alone (no Spring) against nginx
#   bench/edge.sh fill SITES      only write the thousand sites under SITES (a server's sites root)
#   bench/edge.sh run PORT PID    measure the server on PORT, process PID, whose sites root was filled so
#   bench/edge.sh install         the Debian packages it needs (says which first)
# PEERS: where the peers' scripts are · SITES_N (1000) · ROUNDS (5) · DUR (5 s a round) · WARM (20 s before each case)
# CONC (64) · EDGE_PORT, NGINX_PORT · JAVA_ARGS for the edge alone · SELECTORS · CASES ("identity gzip 304")
set -u
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
PEERS=${PEERS:-$ROOT/../shared/peers}
PACKAGES="nginx libnginx-mod-http-brotli-static brotli wrk curl"

install_packages() {
  echo "installing with apt: $PACKAGES (nginx's own service is not started)"
  local made=
  [ -e /usr/sbin/policy-rc.d ] || { printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d; made=1; }
  # shellcheck disable=SC2086
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $PACKAGES
  local rc=$?
  [ -z "$made" ] || rm -f /usr/sbin/policy-rc.d
  return $rc
}
[ "${1:-}" != install ] || { install_packages; exit; }

missing=
[ -r "$PEERS/lib.sh" ] || missing="the peers' scripts at $PEERS (set PEERS)"
for tool in nginx wrk brotli gzip curl; do command -v $tool >/dev/null || missing="$missing${missing:+, }$tool"; done
[ -z "$missing" ] || { echo "bench/edge.sh cannot run: missing $missing. '$0 install' installs the packages." >&2; exit 3; }

PEERS_ROUNDS=${ROUNDS:-5} PEERS_DUR=${DUR:-5} # the library makes ROUNDS and DUR of them
. "$PEERS/lib.sh"
N=${SITES_N:-1000} WARM=${WARM:-20} CONC=${CONC:-64}
NGINX_PORT=${NGINX_PORT:-28081} EDGE_PORT=${EDGE_PORT:-28082} CASES=${CASES:-identity gzip 304}
D=$RUN/edge WWW=$RUN/edge/www
JAVA=${JAVA_HOME:-/usr}/bin/java

make_pages() {
  [ "$(ls "$WWW" 2>/dev/null | wc -l)" = "$N" ] && [ -s "$D/hosts" ] && return 0
  say "making $N pages of 25 KB"; rm -rf "$D"; mkdir -p "$WWW"; chmod 755 "$P" "$RUN" "$D" "$WWW"
  seq -f 'bench-%04g' "$N" | while read -r site; do mkdir "$WWW/$site"; echo "$site"; done >"$D/sites"
  awk -v www="$WWW" 'BEGIN{n=split("site page build team shop contact blog studio garden coffee music light local open hours book table write story paper craft wood stone river city night early simple quiet warm colour shape frame photo client event price order ticket course lesson",w," ")}
    {srand(NR); f=www "/" $1 "/page"; s="<!doctype html><html lang=en><head><meta charset=utf-8><title>" $1 "</title></head><body>"
     while(length(s)<25500)s=s "<p class=c" int(rand()*9) ">" w[1+int(rand()*n)] " " w[1+int(rand()*n)] " " w[1+int(rand()*n)] "</p>"
     s=substr(s "<!--",1,25550); while(length(s)<25561)s=s "."; printf "%s--></body>\n",s >f; close(f)}' "$D/sites"
  # one time for all files: nginx makes its tags of time and size, so it has one tag for every page
  xargs -a "$D/sites" -I{} sh -c 'gzip -9k "$1/page" && brotli -q 5 -o "$1/page.br" "$1/page" && touch -d 2026-01-01T00:00:00Z "$1"/page*' _ "$WWW/{}"
  sed 's/$/.localhost/' "$D/sites" >"$D/hosts"
  while read -r site; do sha256sum <"$WWW/$site/page" | sed 's/^\(.\{32\}\).*/"\1"/'; done <"$D/sites" >"$D/tags.ours"
}

# What ./jium build has left: the edge alone stands in the tests' classes.
classes() {
  [ -s "$ROOT/edge/target/test-classes/io/jium/edge/StandaloneEdge.class" ] && [ -d "$ROOT/server/target/jium/lib" ] || die "not built: run ./jium build"
  EDGE_CLASSPATH="$ROOT/edge/target/test-classes:$ROOT/server/target/jium/lib/*"
}

fill() { make_pages; classes; say "publishing $N sites under $1"; "$JAVA" -cp "$EDGE_CLASSPATH" io.jium.edge.FillSites "$WWW" "$1" || die "fill"; }

start_nginx() {
  port_free "$NGINX_PORT" || die "port $NGINX_PORT is taken"
  mkdir -p "$D/tmp"
  { cat <<C
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
worker_processes 2; pid $D/nginx.pid; error_log $D/error.log warn; daemon on;
events { worker_connections 2048; }
http {
  default_type text/html; charset utf-8; access_log off; sendfile on; tcp_nopush on; server_tokens off;
  keepalive_timeout 65; keepalive_requests 100000000; open_file_cache max=10000 inactive=600s; open_file_cache_valid 30s;
  server_names_hash_max_size 16384; server_names_hash_bucket_size 128; gzip_static on; brotli_static on;
  client_body_temp_path $D/tmp; proxy_temp_path $D/tmp/p; fastcgi_temp_path $D/tmp/f; uwsgi_temp_path $D/tmp/u; scgi_temp_path $D/tmp/s;
  add_header Cache-Control "public, max-age=0, must-revalidate"; add_header X-Content-Type-Options nosniff;
  add_header Referrer-Policy strict-origin-when-cross-origin; add_header Vary Accept-Encoding;
C
    while read -r site; do echo "  server { listen 127.0.0.1:$NGINX_PORT; server_name $site.localhost; root $WWW/$site; }"; done <"$D/sites"
    echo "}"; } >"$D/nginx.conf"
  nginx -c "$D/nginx.conf" -p "$D" || die "nginx"
  local tag; tag=$(curl -sI -H "Host: bench-0001.localhost" "http://127.0.0.1:$NGINX_PORT/page" | tr -d '\r' | awk 'tolower($1)=="etag:"{print $2}')
  sed "s|.*|$tag|" "$D/sites" >"$D/tags.nginx"
}

start_edge() {
  port_free "$EDGE_PORT" || die "port $EDGE_PORT is taken"
  # shellcheck disable=SC2086
  "$JAVA" ${JAVA_ARGS:--Xms256m -Xmx512m} -cp "$EDGE_CLASSPATH" io.jium.edge.StandaloneEdge "$EDGE_PORT" "$D/sites-root" ${SELECTORS:-} >"$D/edge.log" 2>&1 &
  echo $! >"$D/edge.pid"
  local i; for i in $(seq 200); do port_free "$EDGE_PORT" || return 0; sleep 0.1; done; die "the edge did not start, see $D/edge.log"
}

# wrk's answers are counted, not read: make sure first that both sides send the same bytes, and the status asked for
same_bytes() {
  local site port name=$2 want=200; [ "$name" = 304 ] && want=304
  for site in $(sed -n "1p;$((N/2))p;${N}p" "$D/sites"); do
    local sums=
    for port in "$NGINX_PORT" "$1"; do
      local tags=$D/tags.nginx; [ "$port" = "$1" ] && tags=$D/tags.ours
      local tag; tag=$(sed -n "$(grep -n "^$site\$" "$D/sites" | cut -d: -f1)p" "$tags")
      local opt=(-H "Host: $site.localhost"); case $name in gzip) opt+=(-H "Accept-Encoding: gzip");; 304) opt+=(-H "If-None-Match: $tag");; esac
      sums="$sums $(curl -s "${opt[@]}" -w '%{stderr}%{http_code}' "http://127.0.0.1:$port/page" 2>"$D/status" | sha256sum | cut -c1-16)"
      [ "$(cat "$D/status")" = $want ] || die "port $port answers $(cat "$D/status") for $site ($name)"
    done
    set -- "$1" "$2"; [ "$(echo $sums | cut -d' ' -f1)" = "$(echo $sums | cut -d' ' -f2)" ] || die "different bytes for $site ($name): $sums"
  done
}

# one PID PORT TAGS SECONDS -> "rps cpu_us non2xx errors"; TAGS is a file or empty
one() {
  local t0 t1 x; t0=$(cpu_ticks "$1")
  x=$(TAGS=$3 wrk1 "$CONC" "$4" "http://127.0.0.1:$2/page" "$ROOT/bench/edge/hosts.lua"); t1=$(cpu_ticks "$1")
  # shellcheck disable=SC2086
  set -- "$4" "$((t1-t0))" $x; [ $# -ge 8 ] && [ "${3%%.*}" -gt 0 ] || die "wrk got no answers: $x"
  awk -v d="$1" -v k="$2" -v r="$3" -v e="$7" -v s="$8" 'BEGIN{printf "%.0f %.2f %d %d\n", r, k*1e4/(r*d), e, s}'
}

med() { printf '%s\n' "$@" | median; }

# measure NAME PORT PID: alternating rounds; prints one line of the table
measure() {
  local name=$1 port=$2 pid=$3 np i n e bad=0 ntags= etags=; np=$(cat "$D/nginx.pid")
  local NR=() NC=() ER=() EC=() QR=() QC=()
  export HOSTS=$D/hosts HOST_PATH=/page HDRS=
  case $name in gzip) HDRS="Accept-Encoding: gzip";; 304) ntags=$D/tags.nginx etags=$D/tags.ours;; esac
  same_bytes "$port" "$name"
  say "$name: warming ours for $WARM s"; one "$pid" "$port" "$etags" "$WARM" >/dev/null || exit 1
  for i in $(seq "$ROUNDS"); do
    n=$(one "$np" "$NGINX_PORT" "$ntags" "$DUR") || exit 1
    e=$(one "$pid" "$port" "$etags" "$DUR") || exit 1
    # shellcheck disable=SC2086
    set -- $n $e
    NR+=("$1") NC+=("$2") ER+=("$5") EC+=("$6") bad=$((bad+$3+$4+$7+$8))
    QR+=("$(awk -v a="$5" -v b="$1" 'BEGIN{printf "%.3f",a/b}')") QC+=("$(awk -v a="$6" -v b="$2" 'BEGIN{printf "%.3f",a/b}')")
    say "$name round $i: nginx $2 us $1/s, ours $6 us $5/s"
  done
  printf '%-9s %10s %10s %8s %10s %10s %8s %7s\n' "$name" "$(med "${NC[@]}")" "$(med "${EC[@]}")" "$(med "${QC[@]}")" \
    "$(med "${NR[@]}")" "$(med "${ER[@]}")" "$(med "${QR[@]}")" "$bad" >>"$D/table"
}

compare() {
  local port=$1 pid=$2 name
  [ -d "/proc/$pid" ] || die "no process $pid"
  printf '%-9s %10s %10s %8s %10s %10s %8s %7s\n' case "nginx us" "ours us" ratio "nginx/s" "ours/s" ratio errors >"$D/table"
  for name in $CASES; do measure "$name" "$port" "$pid"; done
  echo "$N sites in turn, $CONC connections, $ROUNDS rounds of $DUR s; medians; us = user+system CPU a request of the process tree"
  cat "$D/table"
  echo "memory MiB (RSS PSS): nginx $(mem_mib "$(cat "$D/nginx.pid")"), ours $(mem_mib "$pid")"
}

finish() { stop_pid "$D/nginx.pid"; stop_pid "$D/edge.pid"; }
trap finish EXIT

case ${1:-all} in
  fill) [ $# -eq 2 ] || die "usage: $0 fill SITES"; fill "$2";;
  run) [ $# -eq 3 ] || die "usage: $0 run PORT PID"; make_pages; start_nginx; compare "$2" "$3";;
  all) make_pages; classes; [ -d "$D/sites-root" ] || fill "$D/sites-root"; start_nginx; start_edge; compare "$EDGE_PORT" "$(cat "$D/edge.pid")";;
  *) die "usage: $0 [fill SITES | run PORT PID | install]";;
esac
