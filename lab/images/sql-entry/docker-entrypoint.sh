#!/bin/bash
# First start: makes the data directory, root's password, a database and a user from MYSQL_* or MARIADB_*
# (or the files that *_FILE name), and runs /docker-entrypoint-initdb.d. Then the server, as user mysql.
set -eo pipefail
shopt -s nullglob

if [[ ${1:0:1} = - ]]; then set -- "$SQL_SERVER" "$@"; fi

say() { printf '%s [Entrypoint]: %s\n' "$(date -Iseconds)" "$*"; }

fail() {
  say "ERROR $*" >&2
  exit 1
}

# setting NAME : MARIADB_NAME, MYSQL_NAME or what the file of either says
setting() {
  local prefix variable
  for prefix in $SQL_PREFIXES; do
    variable=${prefix}_$1
    if [[ -n ${!variable:-} ]]; then
      printf '%s' "${!variable}"
      return
    fi
    variable+=_FILE
    if [[ -n ${!variable:-} ]]; then
      cat "${!variable}"
      return
    fi
  done
}

# quoted TEXT : as a literal of SQL
quoted() {
  local text=${1//\\/\\\\}
  printf "'%s'" "${text//\'/\'\'}"
}

client() { mysql --no-defaults --protocol=socket --socket="$socket" --user=root ${root_password:+--password="$root_password"} --comments "$@"; }

run_init_file() {
  say "running $1"
  # shellcheck disable=SC1090 # the user's script
  case $1 in
    *.sh) if [[ -x $1 ]]; then "$1"; else . "$1"; fi ;;
    *.sql) client --database="$database" <"$1" ;;
    *.sql.gz) gzip -dc "$1" | client --database="$database" ;;
    *.sql.xz) xz -dc "$1" | client --database="$database" ;;
    *) say "ignoring $1" ;;
  esac
}

make_accounts() {
  local user password new_root host
  new_root=$(setting ROOT_PASSWORD)
  if [[ -n $(setting RANDOM_ROOT_PASSWORD) ]]; then
    new_root=$(head -c 24 /dev/urandom | base64)
    say "GENERATED ROOT PASSWORD: $new_root"
  fi
  host=${MYSQL_ROOT_HOST:-${MARIADB_ROOT_HOST:-%}}
  user=$(setting USER)
  password=$(setting PASSWORD)
  {
    echo "ALTER USER 'root'@'localhost' IDENTIFIED BY $(quoted "$new_root");"
    if [[ $host != localhost ]]; then
      echo "CREATE USER 'root'@$(quoted "$host") IDENTIFIED BY $(quoted "$new_root");"
      echo "GRANT ALL ON *.* TO 'root'@$(quoted "$host") WITH GRANT OPTION;"
    fi
    if [[ -n $database ]]; then echo "CREATE DATABASE IF NOT EXISTS \`${database//\`/\`\`}\`;"; fi
    if [[ -n $user ]]; then
      echo "CREATE USER $(quoted "$user")@'%' IDENTIFIED BY $(quoted "$password");"
      if [[ -n $database ]]; then echo "GRANT ALL ON \`${database//_/\\_}\`.* TO $(quoted "$user")@'%';"; fi
    fi
  } | client
  root_password=$new_root
}

initialise() {
  local pid file
  if [[ -z $(setting ROOT_PASSWORD)$(setting ALLOW_EMPTY_PASSWORD)$(setting ALLOW_EMPTY_ROOT_PASSWORD)$(setting RANDOM_ROOT_PASSWORD) ]]; then
    fail 'Database is uninitialized and password option is not specified: set one of *_ROOT_PASSWORD, *_ALLOW_EMPTY_PASSWORD, *_RANDOM_ROOT_PASSWORD'
  fi
  say 'initializing database files'
  sql-initialise "$data_directory"
  "$@" --skip-networking --socket="$socket" &
  pid=$!
  for _ in $(seq 120); do
    if client --execute 'SELECT 1' >/dev/null 2>&1; then break; fi
    kill -0 "$pid" 2>/dev/null || fail 'the temporary server ended'
    sleep 0.5
  done
  make_accounts
  for file in /docker-entrypoint-initdb.d/*; do run_init_file "$file"; done
  kill "$pid"
  wait "$pid" || true
  say 'init process done. Ready for start up.'
}

if [[ ${1##*/} = "$SQL_SERVER" || ${1##*/} = mysqld ]]; then
  data_directory=$("$@" --verbose --help 2>/dev/null | awk '$1 == "datadir" { print $2; exit }')
  data_directory=${data_directory:-/var/lib/mysql}
  data_directory=${data_directory%/}
  socket=/var/run/mysqld/mysqld.sock
  database=$(setting DATABASE)
  root_password=
  if [[ $(id -u) = 0 ]]; then
    mkdir -p "$data_directory" /var/run/mysqld
    find "$data_directory" /var/run/mysqld \! -user mysql -exec chown mysql: '{}' +
    exec gosu mysql "$0" "$@"
  fi
  if [[ ! -d $data_directory/mysql ]]; then initialise "$@"; fi
fi

exec "$@"
