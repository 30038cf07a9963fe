#!/usr/bin/env bash
# Events from one process to another on MariaDB, through Redis: how long until they take effect.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash ops/install.sh mariadbd=mariadb-server redis-server=redis-server
mvn -B -ntp verify -Dskip.console -Dskip.aot -pl platform -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest=EventSpeedTest -Djium.bench=true \
  -Dsurefire.args=-XX:TieredStopAtLevel=4 2>&1 | grep -E "a second wanted|FAIL|ERROR" || { echo "bench/events.sh has failed" >&2; exit 1; }
