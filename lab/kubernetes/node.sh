# shellcheck shell=bash
# The node: CNI, kubelet and kube-proxy.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

write_cni_config() {
  local mtu
  mtu=$(default_route_mtu)
  ((mtu <= 1500)) || mtu=1500
  cat >"$state/cni/net.d/10-lab.conflist" <<EOF
{
  "cniVersion": "0.4.0",
  "name": "drydock-lab",
  "plugins": [
    {
      "type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true, "hairpinMode": true, "mtu": $mtu,
      "ipam": {
        "type": "host-local", "dataDir": "$state/cni/networks",
        "ranges": [[{ "subnet": "$pod_range" }]], "routes": [{ "dst": "0.0.0.0/0" }]
      }
    },
    { "type": "portmap", "capabilities": { "portMappings": true } }
  ]
}
EOF
}

# A resolver on the machine's own loopback cannot be reached from a pod.
resolver_file() {
  local file
  for file in /etc/resolv.conf /run/systemd/resolve/resolv.conf; do
    if [[ -f $file ]] && ! grep -Eq '^nameserver[[:space:]]+127\.' "$file"; then
      echo "$file"
      return
    fi
  done
  echo /etc/resolv.conf
}

write_kubelet_config() {
  mkdir -p "$state/kubelet/volume-plugins"
  cat >"$state/kubelet.yaml" <<EOF
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $node_address
authentication:
  anonymous: { enabled: false }
  webhook: { enabled: true }
  x509: { clientCAFile: $state/pki/ca.crt }
authorization: { mode: Webhook }
tlsCertFile: $state/pki/kubelet-server.crt
tlsPrivateKeyFile: $state/pki/kubelet-server.key
cgroupDriver: cgroupfs
failSwapOn: false
failCgroupV1: false
containerRuntimeEndpoint: unix://$containerd_socket
clusterDomain: cluster.local
clusterDNS: [$dns_service_address]
resolvConf: $(resolver_file)
podLogsDir: $state/pod-logs
volumePluginDir: $state/kubelet/volume-plugins
healthzBindAddress: 127.0.0.1
# The lab shares its machine: a nearly full disk must not evict what is being tried.
evictionHard: { memory.available: 100Mi, nodefs.available: "1%", imagefs.available: "1%", nodefs.inodesFree: "1%" }
imageGCHighThresholdPercent: 100
serializeImagePulls: false
registryPullQPS: 0
oomScoreAdj: 0
EOF
}

start_kubelet() {
  process_alive kubelet && return 0
  write_cni_config
  write_kubelet_config
  start_process kubelet "$binaries/kubelet" --config "$state/kubelet.yaml" --root-dir "$state/kubelet" \
    --cert-dir "$state/pki" --kubeconfig "$state/pki/node.kubeconfig" \
    --hostname-override "$node_name" --node-ip "$node_address"
}

start_kube_proxy() {
  # It ends when somebody writes its configuration anew.
  process_alive kube-proxy && return 0
  cat >"$state/kube-proxy.yaml" <<EOF
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
bindAddress: 127.0.0.1
healthzBindAddress: 127.0.0.1:10256
metricsBindAddress: 127.0.0.1:10249
clusterCIDR: $pod_range
hostnameOverride: $node_name
nodePortAddresses: ["$node_address/32"]
clientConnection: { kubeconfig: $state/pki/proxy.kubeconfig }
# The machine may forbid writing these.
conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s }
oomScoreAdj: 0
EOF
  start_process kube-proxy "$binaries/kube-proxy" --config "$state/kube-proxy.yaml"
}

start_addons() {
  mkdir -p "$state/volumes"
  start_process volumes "$(addons)/volumes" --kubeconfig "$kubeconfig" --directory "$state/volumes" --node "$node_name"
  start_process policies "$(addons)/policies" --kubeconfig "$kubeconfig" --node "$node_name" --queue "$policy_queue"
}
