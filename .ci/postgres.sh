#!/usr/bin/env bash
# A throw-away PostgreSQL for the tests: installed when missing, reachable through a private socket alone.
#
#   bash .ci/postgres.sh start     starts one and prints its URL, for ONRECORD_TEST_POSTGRES
#   bash .ci/postgres.sh stop      stops the one that ONRECORD_TEST_POSTGRES names, and removes it
#
# It fails, with the reason on stderr, where PostgreSQL is neither there nor to be had.

_postgres_programs() {
    local folder
    for folder in /usr/lib/postgresql/*/bin /usr/local/bin /usr/bin /opt/homebrew/opt/postgresql*/bin; do
        [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/createdb" ] && echo "$folder"
    done | sort -V | tail -n 1
}

# The server refuses to run as root, so root lends it the account that the package made.
_as_postgres() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@")
    else
        "$@"
    fi
}

start_postgres() {
    local programs
    programs=$(_postgres_programs)
    if [ -z "$programs" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        {
            apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql
        } >&2 || true
        programs=$(_postgres_programs)
    fi
    if [ -z "$programs" ]; then
        echo "PostgreSQL is not installed and cannot be: install it, or set ONRECORD_TEST_POSTGRES to a server" >&2
        return 1
    fi
    POSTGRES_HOME=$(mktemp -d "${TMPDIR:-/tmp}/onrecord-postgres.XXXXXX") || return 1
    [ "$(id -u)" != 0 ] || chown postgres: "$POSTGRES_HOME" || return 1
    _as_postgres "$programs/initdb" -D "$POSTGRES_HOME/data" -U onrecord -A trust -E UTF8 --locale=C.UTF-8 >&2 || return 1
    # Nothing in it is worth keeping, so it need not wait for the disk.
    _as_postgres "$programs/pg_ctl" -D "$POSTGRES_HOME/data" -w -t 60 -l "$POSTGRES_HOME/log" -o "\
        -c listen_addresses='' -c unix_socket_directories='$POSTGRES_HOME' -c fsync=off -c synchronous_commit=off \
        -c full_page_writes=off -c shared_buffers=64MB -c max_connections=50" start >&2 || {
        cat "$POSTGRES_HOME/log" >&2
        return 1
    }
    _as_postgres "$programs/createdb" -h "$POSTGRES_HOME" -U onrecord onrecord >&2 || {
        stop_postgres
        return 1
    }
    echo "postgresql://onrecord@/onrecord?host=$POSTGRES_HOME"
}

stop_postgres() {
    local programs
    programs=$(_postgres_programs)
    case "${POSTGRES_HOME:-}" in
        */onrecord-postgres.*) ;; # only what start made
        *) return 0 ;;
    esac
    _as_postgres "$programs/pg_ctl" -D "$POSTGRES_HOME/data" -m immediate -s stop >&2 || true
    rm -rf "$POSTGRES_HOME"
}

case "${1:-start}" in
    start) start_postgres ;;
    stop)
        POSTGRES_HOME=${ONRECORD_TEST_POSTGRES##*host=}
        stop_postgres
        ;;
    *)
        echo "usage: .ci/postgres.sh start|stop" >&2
        exit 2
        ;;
esac
