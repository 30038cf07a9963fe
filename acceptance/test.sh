#!/usr/bin/env bash
# Every check there is. Called by ./jium test, which has found the JDK.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The tests use real parts.
bash ops/install.sh mariadbd=mariadb-server redis-server=redis-server haproxy=haproxy chromium=chromium curl=curl
if ! fc-list 2>/dev/null | grep -qi cjk; then bash ops/install.sh no-font=fonts-noto-cjk no-fontconfig=fontconfig; fi

# -Xshare and one JVM at a time: two cores are all there is.
mvn -B -ntp verify
bash web/test.sh
