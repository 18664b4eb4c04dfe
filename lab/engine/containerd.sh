# shellcheck shell=bash
# The lab's own containerd: of the pods, and of the Docker engine when the lab starts one.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

# The machine may forbid lowering oom scores; without restrict_oom_score_adj every sandbox then fails
# with "can't get final child's PID from pipe".
write_containerd_config() {
  mkdir -p "$state/containerd" "$state/run" "$state/cni/net.d"
  cat >"$state/containerd.toml" <<EOF
version = 2
root = "$state/containerd"
state = "$state/run/containerd"
[grpc]
  address = "$containerd_socket"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "$registry/drydock-lab/pause:$(addons_key)"
  restrict_oom_score_adj = true
  max_concurrent_downloads = 6
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$state/cni/net.d"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
EOF
}

lab_ctr() { ctr --address "$containerd_socket" "$@"; }

start_containerd() {
  process_alive containerd && return 0
  write_containerd_config
  start_process containerd containerd --config "$state/containerd.toml"
  wait_until 60 containerd lab_ctr version
}

# A shim outlives containerd, as a container should. Its command line names our socket, so it is ours.
stop_shims() {
  local pid limit=$((SECONDS + 10))
  for pid in $(lab_shims); do kill -TERM "$pid" 2>/dev/null || true; done
  while [[ -n $(lab_shims) ]] && ((SECONDS < limit)); do sleep 0.2; done
  for pid in $(lab_shims); do kill -KILL "$pid" 2>/dev/null || true; done
}

lab_shims() {
  local entry line
  for entry in /proc/[0-9]*/cmdline; do
    line=$({ tr '\0' ' ' <"$entry"; } 2>/dev/null) || continue
    [[ $line != *containerd-shim*" -address $containerd_socket "* ]] || basename "${entry%/cmdline}"
  done
}

# Ends every container of every namespace, then containerd.
stop_containerd() {
  local namespace name
  if process_alive containerd; then
    for namespace in $(lab_ctr namespaces ls -q 2>/dev/null); do
      for name in $(lab_ctr -n "$namespace" tasks ls -q 2>/dev/null); do
        lab_ctr -n "$namespace" tasks rm -f "$name" >/dev/null 2>&1 || true
      done
    done
  fi
  stop_process containerd
  stop_shims
}
