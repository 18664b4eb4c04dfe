# shellcheck shell=bash
# etcd, the API server, the controller manager and the scheduler, as processes of the machine.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

start_etcd() {
  local url=http://127.0.0.1:23790
  start_process etcd etcd --data-dir "$state/etcd" --unsafe-no-fsync --log-level warn \
    --listen-client-urls "$url" --advertise-client-urls "$url" \
    --listen-peer-urls http://127.0.0.1:23800 --initial-advertise-peer-urls http://127.0.0.1:23800 \
    --initial-cluster default=http://127.0.0.1:23800
  wait_until 60 etcd curl --silent --fail --noproxy '*' "$url/health"
}

start_api_server() {
  local pki=$state/pki
  start_process kube-apiserver "$binaries/kube-apiserver" \
    --etcd-servers http://127.0.0.1:23790 \
    --bind-address "$node_address" --advertise-address "$node_address" --secure-port 6443 \
    --tls-cert-file "$pki/api-server.crt" --tls-private-key-file "$pki/api-server.key" \
    --client-ca-file "$pki/ca.crt" --cert-dir "$pki" \
    --service-account-issuer https://kubernetes.default.svc.cluster.local \
    --service-account-key-file "$pki/service-accounts.key" \
    --service-account-signing-key-file "$pki/service-accounts.key" \
    --service-cluster-ip-range "$service_range" \
    --authorization-mode Node,RBAC --enable-admission-plugins NodeRestriction --allow-privileged=true \
    --kubelet-client-certificate "$pki/api-to-kubelet.crt" --kubelet-client-key "$pki/api-to-kubelet.key" \
    --kubelet-certificate-authority "$pki/ca.crt" \
    --kubelet-preferred-address-types InternalIP
}

api_server_ready() { lab_kubectl get --raw /readyz; }

lab_kubectl() { KUBECONFIG=$kubeconfig "$binaries/kubectl" "$@"; }

start_controllers() {
  local pki=$state/pki
  start_process kube-controller-manager "$binaries/kube-controller-manager" \
    --kubeconfig "$pki/controller-manager.kubeconfig" --bind-address 127.0.0.1 --leader-elect=false \
    --authentication-kubeconfig "$pki/controller-manager.kubeconfig" \
    --authorization-kubeconfig "$pki/controller-manager.kubeconfig" \
    --use-service-account-credentials --service-account-private-key-file "$pki/service-accounts.key" \
    --root-ca-file "$pki/ca.crt" --cluster-signing-cert-file "$pki/ca.crt" \
    --cluster-signing-key-file "$pki/ca.key" --cert-dir "$pki" \
    --flex-volume-plugin-dir "$state/kubelet/volume-plugins"
  start_process kube-scheduler "$binaries/kube-scheduler" \
    --kubeconfig "$pki/scheduler.kubeconfig" --bind-address 127.0.0.1 --leader-elect=false \
    --authentication-kubeconfig "$pki/scheduler.kubeconfig" \
    --authorization-kubeconfig "$pki/scheduler.kubeconfig" --cert-dir "$pki"
}
