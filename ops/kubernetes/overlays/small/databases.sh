#!/bin/sh
# Prints the SQL that gives each service its database and a user who sees no other one. May be run again: for a new service,
# and to change a password.
# Made of acceptance's ops.Deployment (-Djium.generate=true); do not edit.
#
#   databases.sh FOLDER | mariadb -u root -p       FOLDER: where secrets.sh has put database-<service>
set -eu
folder=${1:?databases.sh FOLDER}
for service in auth payment builder content deploy notification; do
  password=$(cat "$folder/database-$service")
  case $password in
    '' | *[!a-zA-Z0-9]*) echo "database-$service: a password of letters and digits is needed" >&2; exit 1 ;;
  esac
  cat <<SQL
create database if not exists ${service}_db character set utf8mb4 collate utf8mb4_unicode_ci;
create user if not exists 'jium_$service'@'%' identified by '$password';
alter user 'jium_$service'@'%' identified by '$password';
grant all on ${service}_db.* to 'jium_$service'@'%';
SQL
done
