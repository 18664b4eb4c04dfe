# shellcheck shell=bash
# Where the lab keeps things and what it is made of. Sourced by every part, never run.
# shellcheck disable=SC2034 # the parts use them

[[ ! -v lab_dir ]] || return 0

lab_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly lab_dir

# Everything that `down` removes.
readonly state=${DRYDOCK_LAB_STATE:-/var/lib/drydock-lab}
# Everything that the next `up` need not make again; removed only by hand.
readonly cache=${DRYDOCK_LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/drydock/lab}
readonly logs=$cache/logs

readonly kubernetes_version=v1.34.4

# The node's address lives on the loopback interface, so that nothing listens outside the machine.
readonly node_name=drydock-lab
readonly node_address=10.254.0.1
readonly pod_range=10.244.0.0/24
readonly service_range=10.96.0.0/16
readonly api_service_address=10.96.0.1
readonly dns_service_address=10.96.0.10
# The packets that network policies are to judge wait here.
readonly policy_queue=98

readonly registry=localhost:${DRYDOCK_LAB_REGISTRY_PORT:-5000}

readonly binaries=$cache/kubernetes-$kubernetes_version
readonly containerd_socket=$state/run/containerd.sock
readonly kubeconfig=$state/kubeconfig

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "lab: $*"
  exit 1
}

# Runs a step and says how long it took.
step() {
  local title=$1 began=$EPOCHREALTIME
  shift
  "$@"
  printf ' %-58s %6.1f s\n' "$title" "$(awk "BEGIN { print $EPOCHREALTIME - $began }")" >&2
}

# Waits until a command succeeds: wait_until SECONDS WHAT COMMAND...
wait_until() {
  local limit=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < limit)) || fail "$what did not become ready; logs are in $logs"
    sleep 0.3
  done
}
