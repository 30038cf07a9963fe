#!/usr/bin/env bash
# install.sh <command>=<Debian package> …: sees to it that the commands are there. As root on Debian it installs what is
# missing, and says so; elsewhere it says what to install. No daemon is started: ours are private instances.
set -euo pipefail
packages=()
for pair in "$@"; do
  command=${pair%%=*}
  command -v "$command" >/dev/null || [ -x "/usr/sbin/$command" ] || packages+=("${pair#*=}")
done
[ ${#packages[@]} -gt 0 ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "This needs: ${packages[*]} (on Debian: apt-get install ${packages[*]})" >&2
  exit 1
fi
echo "Installing what this needs: ${packages[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
policy=/usr/sbin/policy-rc.d made=
if [ ! -e $policy ]; then printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; made=1; fi
apt-get -o DPkg::Lock::Timeout=600 -qq update >/dev/null
apt-get -o DPkg::Lock::Timeout=600 -qq install -y --no-install-recommends "${packages[@]}" >/dev/null
if [ -n "$made" ]; then rm -f $policy; fi
