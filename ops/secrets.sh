#!/usr/bin/env bash
# Makes the secrets of an installation as files of a folder; what is there already stays.
# Made of acceptance's ops.Deployment (-Djium.generate=true); do not edit.
#
#   secrets.sh FOLDER [REDIS]   REDIS: redis://host:port, redis-cluster://host:port,host:port …; its password is put in
set -euo pipefail
folder=${1:?secrets.sh FOLDER [REDIS]}
umask 077
mkdir -p "$folder"

# The files go into containers whose user is another one: the folder is what keeps them from others.
keep() { # name, value
  [ -s "$folder/$1" ] || { printf '%s' "$2" >"$folder/$1.new"; chmod 644 "$folder/$1.new"; mv "$folder/$1.new" "$folder/$1"; }
}

letters() { openssl rand -hex 20; }

# The key that seals is 32 bytes in Base64's alphabet for addresses.
keep sealing "$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')"
for name in service metrics admin-password redis-password database-root kong-database; do keep $name "$(letters)"; done
for service in auth payment builder content deploy notification; do keep "database-$service" "$(letters)"; done
if [ -n "${2:-}" ]; then keep redis-url "${2%%://*}://:$(cat "$folder/redis-password")@${2#*://}"; fi
