# shellcheck shell=bash
# Debian packages the lab runs on: installed when their files are missing, never removed.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

# file that must exist : package that brings it
needed_packages() {
  local pair
  for pair in \
    dockerd:docker.io containerd:containerd runc:runc docker:docker.io docker-registry:docker-registry \
    etcd:etcd-server /usr/lib/cni/bridge:containernetworking-plugins iptables:iptables \
    ipset:ipset conntrack:conntrack socat:socat ethtool:ethtool debootstrap:debootstrap \
    openssl:openssl jq:jq curl:curl ip:iproute2 setsid:util-linux mount:mount sysctl:procps \
    /etc/ssl/certs/ca-certificates.crt:ca-certificates; do
    command -v "${pair%%:*}" >/dev/null || [[ -e ${pair%%:*} ]] || echo "${pair##*:}"
  done | sort -u
}

# Debian starts services as it installs them; the lab starts its own, with its own configuration.
install_packages() {
  local -a packages
  local policy=/usr/sbin/policy-rc.d made_policy=''
  mapfile -t packages < <(needed_packages)
  ((${#packages[@]})) || return 0
  command -v apt-get >/dev/null || fail "these Debian packages are missing: ${packages[*]}"
  mkdir -p "$logs"
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
    made_policy=yes
  fi
  if ! update_and_install "${packages[@]}" >"$logs/packages.log" 2>&1; then
    [[ -z $made_policy ]] || rm -f "$policy"
    fail "cannot install ${packages[*]}; see $logs/packages.log"
  fi
  [[ -z $made_policy ]] || rm -f "$policy"
}

update_and_install() {
  apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}
