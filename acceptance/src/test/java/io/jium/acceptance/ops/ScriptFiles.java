package io.jium.acceptance.ops;

import io.jium.acceptance.reference.Generated;
import java.util.List;

/** What every topology needs first: secrets, and a database for each service. */
final class ScriptFiles {

    private static final String SECRETS =
            """
            #!/usr/bin/env bash
            # Makes the secrets of an installation as files of a folder; what is there already stays.
            # GENERATED
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
            for service in SERVICES; do keep "database-$service" "$(letters)"; done
            if [ -n "${2:-}" ]; then keep redis-url "${2%%://*}://:$(cat "$folder/redis-password")@${2#*://}"; fi
            """;

    private static final String DATABASES =
            """
            #!/bin/sh
            # Prints the SQL that gives each service its database and a user who sees no other one. May be run again: for a new service,
            # and to change a password.
            # GENERATED
            #
            #   databases.sh FOLDER | mariadb -u root -p       FOLDER: where secrets.sh has put database-<service>
            set -eu
            folder=${1:?databases.sh FOLDER}
            for service in SERVICES; do
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
            """;

    private ScriptFiles() {}

    static List<Generated> all() {
        return List.of(
                new Generated("ops/secrets.sh", filled(SECRETS)),
                new Generated("ops/mariadb/databases.sh", databases()));
    }

    static String databases() {
        return filled(DATABASES);
    }

    private static String filled(String script) {
        return script.replace("GENERATED", OpsFiles.MADE)
                .replace("SERVICES", Deployment.names(" "));
    }
}
