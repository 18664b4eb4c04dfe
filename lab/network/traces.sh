# shellcheck shell=bash
# What the lab changes in the machine's network, recorded before and undone after.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

readonly lab_rule_comment=drydock-lab

# Directories outside the state that the engine and the kubelet make, whatever they are told.
readonly outside_directories=(
  /etc/cni /etc/docker /opt/cni /opt/containerd /run/containerd /run/docker /run/netns /run/nri
  /var/lib/cni /var/lib/kubelet /var/log/containers /var/log/pods
)
# Kernel settings that the engine, kubelet and kube-proxy change.
readonly changed_settings=(
  net.ipv4.ip_forward net.ipv4.conf.all.route_localnet net.ipv4.conf.default.forwarding net.ipv4.conf.all.forwarding
  net.bridge.bridge-nf-call-iptables net.bridge.bridge-nf-call-ip6tables
  vm.overcommit_memory vm.panic_on_oom kernel.panic kernel.panic_on_oops kernel.keys.root_maxkeys kernel.keys.root_maxbytes
)

record_network() {
  local before=$state/before directory
  [[ ! -d $before ]] || return 0
  mkdir -p "$before"
  sysctl --ignore "${changed_settings[@]}" >"$before/settings" 2>/dev/null || true
  iptables -w -S FORWARD 2>/dev/null | sed -n 's/^-P FORWARD //p' >"$before/forward_policy"
  ip -o link show | awk -F': ' '{ print $2 }' >"$before/links"
  for directory in "${outside_directories[@]}"; do
    [[ ! -d $directory ]] || echo "$directory"
  done >"$before/directories"
}

# Pods' packets pass FORWARD, where the Docker engine's policy is DROP.
open_network() {
  sysctl -qw net.ipv4.ip_forward=1
  [[ -n $(ip -o address show dev lo to "$node_address/32") ]] || ip address add "$node_address/32" dev lo
  local direction
  for direction in -i -o; do
    add_rule filter "$direction" cni0 -j ACCEPT
    # In the mangle table, so that a packet which a policy lets pass still meets the rules of filter.
    add_rule mangle "$direction" cni0 -m conntrack --ctstate NEW -j NFQUEUE --queue-num "$policy_queue" --queue-bypass
  done
}

# add_rule TABLE MATCH-AND-TARGET... : appends it to FORWARD, once.
add_rule() {
  local table=$1
  shift
  iptables -w -t "$table" -C FORWARD -m comment --comment "$lab_rule_comment" "$@" 2>/dev/null ||
    iptables -w -t "$table" -A FORWARD -m comment --comment "$lab_rule_comment" "$@"
}

was_there() { grep -qx "$1" "$state/before/$2" 2>/dev/null; }

# Removes the chains of kube-proxy, CNI and (when it was ours) the Docker engine, and every rule that names them.
clean_iptables() {
  local tool pattern='KUBE-|CNI-|drydock-lab'
  if ! was_there docker0 links; then pattern+='|DOCKER|docker0|172\.17\.0\.0/16'; fi
  for tool in iptables ip6tables; do
    "$tool-save" 2>/dev/null | grep -Ev "$pattern" | "$tool-restore" -w 2>/dev/null || true
  done
  if [[ -s $state/before/forward_policy ]]; then iptables -w -P FORWARD "$(cat "$state/before/forward_policy")"; fi
}

clean_links() {
  local link name
  for name in /run/netns/cni-*; do
    [[ ! -e $name ]] || ip netns delete "$(basename "$name")" || true
  done
  for link in cni0 docker0; do
    was_there "$link" links || ip link delete "$link" 2>/dev/null || true
  done
  ip address delete "$node_address/32" dev lo 2>/dev/null || true
}

restore_settings() {
  [[ ! -f $state/before/settings ]] || sysctl --quiet --load="$state/before/settings" >/dev/null 2>&1 || true
}

clean_directories() {
  local directory
  for directory in "${outside_directories[@]}"; do
    was_there "$directory" directories || rm -rf --one-file-system "$directory"
  done
}

clean_cgroups() {
  local parent
  for parent in kubepods docker; do
    find /sys/fs/cgroup -depth -type d \( -path "*/$parent" -o -path "*/$parent/*" \) -exec rmdir {} + 2>/dev/null || true
  done
}

# Deepest first, so that nothing is busy. What is still mounted must not be deleted through the mount.
clean_mounts() {
  local target
  lab_mounts | while read -r target; do umount "$target" 2>/dev/null || umount -l "$target" 2>/dev/null || true; done
  [[ -z $(lab_mounts) ]] || fail "still mounted, so $state stays: $(lab_mounts | tr '\n' ' ')"
}

lab_mounts() { awk '{ print $2 }' /proc/self/mounts | grep -E "^($state/|/run/netns/cni-)" | sort -r || true; }
