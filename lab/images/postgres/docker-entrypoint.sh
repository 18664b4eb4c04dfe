#!/bin/bash
# First start: initdb, the account and database from POSTGRES_* (or the files that *_FILE name), and
# /docker-entrypoint-initdb.d. Then the server, as user postgres.
set -eo pipefail
shopt -s nullglob

if [[ ${1:0:1} = - ]]; then set -- postgres "$@"; fi

fail() {
  echo >&2 "Error: $*"
  exit 1
}

# setting NAME DEFAULT : POSTGRES_NAME or what the file says
setting() {
  local variable=POSTGRES_$1 file=POSTGRES_$1_FILE
  if [[ -n ${!file:-} ]]; then cat "${!file}"; else printf '%s' "${!variable:-$2}"; fi
}

client() { PGHOST=/var/run/postgresql psql -v ON_ERROR_STOP=1 --username "$user" --no-password --no-psqlrc "$@"; }

run_init_file() {
  echo "$0: running $1"
  # shellcheck disable=SC1090 # the user's script
  case $1 in
    *.sh) if [[ -x $1 ]]; then "$1"; else . "$1"; fi ;;
    *.sql) client --dbname "$database" --file "$1" ;;
    *.sql.gz) gunzip -c "$1" | client --dbname "$database" ;;
    *) echo "$0: ignoring $1" ;;
  esac
}

initialise() {
  local password method file
  password=$(setting PASSWORD '')
  method=$(setting HOST_AUTH_METHOD scram-sha-256)
  if [[ -z $password && $method != trust ]]; then
    fail 'Database is uninitialized and superuser password is not specified. You must specify POSTGRES_PASSWORD to a non-empty value for the superuser.'
  fi
  # shellcheck disable=SC2086 # the variable holds several arguments
  initdb --username="$user" --pwfile=<(printf '%s\n' "${password:-unused}") ${POSTGRES_INITDB_ARGS:-}
  # These binaries were built with another default.
  printf "\nunix_socket_directories = '/var/run/postgresql'\n" >>"$PGDATA/postgresql.conf"
  printf '\nhost all all all %s\n' "$method" >>"$PGDATA/pg_hba.conf"
  PGUSER=$user pg_ctl -D "$PGDATA" -o "-c listen_addresses=''" -w start
  if [[ $database != postgres ]]; then
    client --dbname postgres --set db="$database" <<<'CREATE DATABASE :"db";'
  fi
  export POSTGRES_USER=$user POSTGRES_DB=$database
  for file in /docker-entrypoint-initdb.d/*; do run_init_file "$file"; done
  PGUSER=$user pg_ctl -D "$PGDATA" -m fast -w stop
  echo 'PostgreSQL init process complete; ready for start up.'
}

if [[ $1 = postgres ]]; then
  user=$(setting USER postgres)
  database=$(setting DB "$user")
  mkdir -p "$PGDATA"
  if [[ $(id -u) = 0 ]]; then
    find "$PGDATA" /var/run/postgresql \! -user postgres -exec chown postgres '{}' +
    chmod 700 "$PGDATA"
    exec gosu postgres "$0" "$@"
  fi
  chmod 700 "$PGDATA" 2>/dev/null || true
  if [[ ! -s $PGDATA/PG_VERSION ]]; then initialise; fi
fi

exec "$@"
