#!/usr/bin/env bash
# Every check there is. Called by ./jium test, which has found the JDK.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The tests use real parts. On a Debian machine where we are root, what is missing is installed, and said so.
packages=()
[ -x /usr/sbin/mariadbd ] || command -v mariadbd >/dev/null || packages+=(mariadb-server)
command -v chromium >/dev/null || packages+=(chromium)
fc-list 2>/dev/null | grep -qi 'cjk' || packages+=(fonts-noto-cjk fontconfig)
if [ ${#packages[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing what the tests need: ${packages[*]}"
    export DEBIAN_FRONTEND=noninteractive
    # No daemon is to start: the tests start private instances of their own.
    policy=/usr/sbin/policy-rc.d made=
    if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; made=1; fi
    apt-get -o DPkg::Lock::Timeout=600 -qq update >/dev/null
    apt-get -o DPkg::Lock::Timeout=600 -qq install -y --no-install-recommends "${packages[@]}" >/dev/null
    if [ -n "$made" ]; then rm -f $policy; fi
  else
    echo "The tests need: ${packages[*]} (on Debian: apt-get install ${packages[*]})" >&2
    exit 1
  fi
fi

# -Xshare and one JVM at a time: two cores are all there is.
mvn -B -ntp verify
bash web/test.sh
