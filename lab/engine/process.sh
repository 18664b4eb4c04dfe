# shellcheck shell=bash
# Long-running processes: recorded by pid and start time, ended by that pid only.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

# Field 22 of /proc/PID/stat, counted after the command's name, which may hold spaces (proc(5)).
process_start_time() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  stat=${stat##*) }
  awk '{ print $20 }' <<<"$stat"
}

# True when the recorded process still runs and the pid was not given to another one.
process_alive() {
  local record=$state/pids/$1 pid started
  [[ -f $record ]] || return 1
  read -r pid started <"$record"
  [[ $(process_start_time "$pid") == "$started" ]]
}

# start_process NAME COMMAND... : does nothing when it already runs.
start_process() {
  local name=$1 pid
  shift
  process_alive "$name" && return 0
  mkdir -p "$state/pids" "$logs"
  # The lock's descriptor must not outlive this script in a daemon.
  setsid nohup "$@" >"$logs/$name.log" 2>&1 </dev/null 9>&- &
  pid=$!
  printf '%s %s\n' "$pid" "$(process_start_time "$pid")" >"$state/pids/$name"
}

# stop_process NAME [SECONDS] : asks it to end, and insists after so many seconds.
stop_process() {
  local record=$state/pids/$1 limit=$((SECONDS + ${2:-10})) pid
  [[ -f $record ]] || return 0
  read -r pid _ <"$record"
  if process_alive "$1"; then
    kill -TERM "$pid" 2>/dev/null || true
    while process_alive "$1" && ((SECONDS < limit)); do sleep 0.2; done
    if process_alive "$1"; then kill -KILL "$pid" 2>/dev/null || true; fi
  fi
  rm -f "$record"
}
