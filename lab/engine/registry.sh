# shellcheck shell=bash
# The image registry. Its storage is the lab's image cache: what was pushed under library/ and
# drydock-lab/ is there again after the next `up`; everything else goes with `down`.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

registry_answers() { curl --silent --fail --noproxy '*' --max-time 2 "http://$registry/v2/" >/dev/null; }

write_registry_config() {
  mkdir -p "$cache/registry" "$state"
  cat >"$state/registry.yaml" <<EOF
version: 0.1
log: { level: warn }
storage:
  filesystem: { rootdirectory: $cache/registry }
  delete: { enabled: true }
http: { addr: "127.0.0.1:${registry##*:}" }
EOF
}

start_registry() {
  process_alive registry && return 0
  if registry_answers; then fail "something else already serves $registry; set DRYDOCK_LAB_REGISTRY_PORT"; fi
  write_registry_config
  start_process registry docker-registry serve "$state/registry.yaml"
  wait_until 30 registry registry_answers
}

stop_registry() {
  local repositories=$cache/registry/docker/registry/v2/repositories before after
  stop_process registry
  [[ -d $repositories ]] || return 0
  before=$(find "$repositories" -mindepth 1 -maxdepth 1 | wc -l)
  find "$repositories" -mindepth 1 -maxdepth 1 ! -name library ! -name drydock-lab -exec rm -rf {} +
  after=$(find "$repositories" -mindepth 1 -maxdepth 1 | wc -l)
  if ((after < before)) && [[ -f $state/registry.yaml ]]; then
    docker-registry garbage-collect --delete-untagged "$state/registry.yaml" >"$logs/garbage-collect.log" 2>&1 || true
  fi
}

registry_has() {
  curl --silent --fail --noproxy '*' --output /dev/null --head \
    --header 'Accept: application/vnd.docker.distribution.manifest.v2+json' \
    "http://$registry/v2/${1%:*}/manifests/${1##*:}"
}
