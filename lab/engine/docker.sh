# shellcheck shell=bash
# The Docker engine. One that already answers is used as it is, and is not stopped.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

docker_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

default_route_mtu() {
  local interface
  interface=$(ip route show default | awk '{ for (i = 1; i < NF; i++) if ($i == "dev") { print $(i + 1); exit } }')
  cat "/sys/class/net/${interface:-lo}/mtu"
}

start_docker() {
  local mtu
  docker_answers && return 0
  mtu=$(default_route_mtu)
  ((mtu <= 1500)) || mtu=1500
  # Left by a machine that stopped at once; its pid may be somebody else's by now.
  rm -f "$state/run/dockerd.pid"
  # A larger MTU than the way out's makes TLS hang in containers.
  start_process dockerd dockerd --containerd "$containerd_socket" --data-root "$state/docker" \
    --exec-root "$state/run/docker" --pidfile "$state/run/dockerd.pid" --mtu "$mtu" \
    --host unix:///var/run/docker.sock
  wait_until 90 dockerd docker_answers
}

stop_docker() {
  local images
  if [[ -f $state/pids/dockerd ]]; then
    stop_process dockerd 30
    rm -f /var/run/docker.sock
  elif docker_answers; then
    # Somebody else's engine: only what the lab built or pulled there goes.
    images=$(docker image ls --quiet --filter label=drydock.lab | sort -u)
    # shellcheck disable=SC2086 # a list of image ids
    [[ -z $images ]] || docker image rm --force $images >/dev/null 2>&1 || true
  fi
}
