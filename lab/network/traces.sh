# shellcheck shell=bash
# What the lab changes in the machine's network, recorded before and undone after.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

readonly lab_rule_comment=drydock-lab

record_network() {
  local before=$state/before
  [[ -d $before ]] && return 0
  mkdir -p "$before"
  sysctl -n net.ipv4.ip_forward >"$before/ip_forward"
  iptables -w -S FORWARD 2>/dev/null | sed -n 's/^-P FORWARD //p' >"$before/forward_policy"
  ip -o link show | awk -F': ' '{ print $2 }' >"$before/links"
  ls -d /var/lib/cni /run/containerd /opt/containerd /var/log/pods /var/log/containers /var/lib/kubelet \
    /var/lib/docker-engine /run/netns /etc/cni /var/lib/calico /run/nodeagent /var/lib/etcd \
    >"$before/directories" 2>/dev/null || true
}

# Pods' packets pass FORWARD, where the Docker engine's policy is DROP.
open_network() {
  sysctl -qw net.ipv4.ip_forward=1
  ip address show dev lo | grep -q " $node_address/32 " || ip address add "$node_address/32" dev lo
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
  if [[ -f $state/before/ip_forward ]]; then sysctl -qw net.ipv4.ip_forward="$(cat "$state/before/ip_forward")"; fi
}

clean_directories() {
  local directory
  for directory in /var/lib/cni /run/containerd /opt/containerd /var/log/pods /var/log/containers /var/lib/kubelet \
    /etc/cni /run/netns; do
    was_there "$directory" directories || rm -rf --one-file-system "$directory"
  done
}

clean_cgroups() {
  local parent
  for parent in kubepods docker; do
    find /sys/fs/cgroup -depth -type d \( -path "*/$parent" -o -path "*/$parent/*" \) -exec rmdir {} + 2>/dev/null || true
  done
}

# Deepest first, so that nothing is busy.
clean_mounts() {
  local target
  awk '{ print $2 }' /proc/self/mounts | grep -E "^($state|/run/netns/cni-|/var/lib/kubelet)(/|$|[^/]*$)" | sort -r |
    while read -r target; do umount -l "$target" 2>/dev/null || true; done
}
