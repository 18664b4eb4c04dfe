# shellcheck shell=bash
# A certificate authority that lives as long as the cluster, and one certificate for each who speaks to it.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

make_authority() {
  openssl ecparam -name prime256v1 -genkey -noout -out "$state/pki/ca.key"
  openssl req -x509 -new -key "$state/pki/ca.key" -days 365 -subj /CN=drydock-lab -out "$state/pki/ca.crt"
}

# make_certificate NAME SUBJECT [SUBJECT_ALTERNATIVE_NAMES]
make_certificate() {
  local name=$1 subject=$2 alternatives=${3:-DNS:localhost}
  openssl ecparam -name prime256v1 -genkey -noout -out "$state/pki/$name.key"
  openssl req -new -key "$state/pki/$name.key" -subj "$subject" |
    openssl x509 -req -CA "$state/pki/ca.crt" -CAkey "$state/pki/ca.key" -CAcreateserial -days 365 \
      -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=clientAuth,serverAuth\n' "$alternatives") \
      -out "$state/pki/$name.crt" 2>/dev/null
}

make_certificates() {
  [[ ! -e $state/pki/complete ]] || return 0
  mkdir -p "$state/pki"
  chmod 700 "$state/pki"
  make_authority
  openssl genrsa -out "$state/pki/service-accounts.key" 2048 2>/dev/null
  make_certificate api-server /CN=kube-apiserver \
    "IP:$node_address,IP:$api_service_address,IP:127.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local"
  make_certificate kubelet-server "/CN=$node_name" "IP:$node_address,DNS:$node_name"
  make_certificate api-to-kubelet /O=system:masters/CN=api-to-kubelet
  make_certificate admin /O=system:masters/CN=admin
  make_certificate controller-manager /CN=system:kube-controller-manager
  make_certificate scheduler /CN=system:kube-scheduler
  make_certificate proxy /CN=system:kube-proxy
  make_certificate node "/O=system:nodes/CN=system:node:$node_name"
  touch "$state/pki/complete"
}

# write_kubeconfig NAME FILE
write_kubeconfig() {
  (umask 077 && cat >"$2" <<EOF
apiVersion: v1
kind: Config
current-context: drydock-lab
clusters:
  - name: drydock-lab
    cluster:
      server: https://$node_address:6443
      certificate-authority-data: $(base64 -w0 "$state/pki/ca.crt")
users:
  - name: $1
    user:
      client-certificate-data: $(base64 -w0 "$state/pki/$1.crt")
      client-key-data: $(base64 -w0 "$state/pki/$1.key")
contexts:
  - name: drydock-lab
    context: { cluster: drydock-lab, user: $1 }
EOF
  )
}

write_kubeconfigs() {
  [[ ! -e $kubeconfig ]] || return 0
  local name
  write_kubeconfig admin "$kubeconfig"
  for name in controller-manager scheduler proxy node; do write_kubeconfig "$name" "$state/pki/$name.kubeconfig"; done
}
