#!/bin/sh
# A PostgreSQL that makes itself at its first start. FOLDER and POSTGRES_PASSWORD must be set.
set -eu
PATH="$(printf '%s:' /usr/lib/postgresql/*/bin)$PATH"
if ! [ -e "$FOLDER/made" ]; then
    rm -rf "$FOLDER/data"
    secret=$(mktemp)
    printf %s "$POSTGRES_PASSWORD" >"$secret"
    initdb --pgdata "$FOLDER/data" --username vardplats --pwfile "$secret" \
        --auth scram-sha-256 --encoding UTF8 --no-locale
    rm "$secret"
    # Only the network of the instances reaches it, and only with the password.
    echo "host all all samenet scram-sha-256" >>"$FOLDER/data/pg_hba.conf"
    touch "$FOLDER/made"
fi
exec postgres -D "$FOLDER/data" -c listen_addresses='*' "$@"
