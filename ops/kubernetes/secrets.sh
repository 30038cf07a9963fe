#!/usr/bin/env bash
# Prints the Secrets that the parts refer to, made of a folder that ops/secrets.sh has filled:
#   ops/secrets.sh FOLDER redis://redis:6379
#   ops/kubernetes/secrets.sh FOLDER | kubectl apply -n jium -f -
# Who keeps secrets elsewhere (External Secrets, Sealed Secrets) makes Secrets of these names and keys there.
set -euo pipefail
folder=${1:?secrets.sh FOLDER}

secret() { # name, files …
  local from=() name=$1 key
  shift
  for key in "$@"; do from+=("--from-file=$key=$folder/$key"); done
  kubectl create secret generic "$name" "${from[@]}" --dry-run=client -o yaml
  echo ---
}

secret jium-keys sealing service metrics
secret jium-redis redis-url redis-password
secret jium-admin admin-password
databases=("$folder"/database-*)
secret jium-database "${databases[@]##*/}"
