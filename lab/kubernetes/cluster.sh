# shellcheck shell=bash
# What a cluster has before its first application: its pause and DNS images, DNS, and storage.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

# push_binary_image REPOSITORY TAG PROGRAM : an image that holds nothing but one static program.
push_binary_image() {
  local reference=$1:$2 program=$3 id
  registry_has "$reference" && return 0
  id=$(tar --create --directory "$(addons)" --owner 0 --group 0 --mtime @0 "$program" |
    docker import --change "ENTRYPOINT [\"/$program\"]" --change 'LABEL drydock.lab=system' - "$registry/$reference")
  docker push --quiet "$registry/$reference" >/dev/null
  docker image rm --force "$id" >/dev/null
}

push_system_images() {
  push_binary_image drydock-lab/pause "$(addons_key)" pause
  push_binary_image drydock-lab/cluster-dns "$(addons_key)" cluster-dns
}

apply_system() {
  sed "s|LAB_IMAGE|$registry/drydock-lab/cluster-dns:$(addons_key)|; s|LAB_DNS_ADDRESS|$dns_service_address|" \
    "$lab_dir/kubernetes/manifests/cluster-dns.yaml" "$lab_dir/kubernetes/manifests/storage.yaml" |
    lab_kubectl apply -f - >"$logs/apply.log" 2>&1
}

node_ready() {
  [[ $(lab_kubectl get node "$node_name" -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}') == True ]]
}

dns_ready() {
  [[ $(lab_kubectl -n kube-system get deployment coredns -o 'jsonpath={.status.readyReplicas}') -ge 1 ]]
}

start_control_plane() {
  make_certificates
  write_kubeconfigs
  start_etcd
  start_api_server
  wait_until 90 'the API server' api_server_ready
  start_controllers
}

start_node() {
  start_kubelet
  start_kube_proxy
  start_addons
  wait_until 90 'the system manifests' apply_system
  wait_until 120 'the node' node_ready
  wait_until 120 'the cluster DNS' dns_ready
}

stop_cluster() {
  local name
  for name in policies volumes kube-proxy kubelet kube-scheduler kube-controller-manager kube-apiserver etcd; do
    stop_process "$name" 5
  done
}
