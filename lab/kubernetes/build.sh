# shellcheck shell=bash
# Builds Kubernetes and what a cluster needs besides (DNS, volumes, network policies) from source, once per version.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

addons_key() {
  find "$lab_dir/addons" -type f | LC_ALL=C sort | xargs sha256sum | sed "s|$lab_dir/||" | sha256sum | cut -c1-12
}

addons() { echo "$cache/addons-$(addons_key)"; }

need_go() {
  command -v go >/dev/null || fail "Go 1.26 or newer is needed to build Kubernetes from source; none is installed"
}

# build_commands MODULE_DIRECTORY TARGET LDFLAGS PACKAGE... : appears under its name only when complete.
build_commands() {
  local module=$1 target=$2 ldflags=$3 log
  shift 3
  [[ ! -d $target ]] || return 0
  need_go
  mkdir -p "$target.part" "$logs"
  log=$logs/build-$(basename "$target").log
  (cd "$module" && CGO_ENABLED=0 nice -n 5 go build -p "$(nproc)" -mod=readonly -buildvcs=false -trimpath \
    -ldflags "$ldflags" -o "$target.part/" "$@") >"$log" 2>&1 || fail "the build failed; see $log"
  mv "$target.part" "$target"
}

build_kubernetes() {
  local version=k8s.io/component-base/version minor
  minor=$(cut -d. -f2 <<<"$kubernetes_version")
  build_commands "$lab_dir/kubernetes" "$binaries" \
    "-s -w -X $version.gitVersion=$kubernetes_version -X $version.gitMajor=1 -X $version.gitMinor=$minor" \
    k8s.io/kubernetes/cmd/{kube-apiserver,kube-controller-manager,kube-scheduler,kube-proxy,kubelet,kubectl}
}

build_addons() {
  build_commands "$lab_dir/addons" "$(addons)" '-s -w' ./cluster-dns ./pause ./policies ./volumes
  find "$cache" -maxdepth 1 -name 'addons-*' ! -path "$(addons)" -exec rm -rf {} +
}
