# shellcheck shell=bash
# The Debian bases that every stand-in is built from: made by debootstrap from the machine's own mirror,
# with the machine's own certificate authorities, so that builds in them reach what the machine reaches.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

# Lines "address suite component", from whatever form the machine's apt sources have.
machine_sources() {
  # shellcheck disable=SC2016 # apt's own placeholders
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Identifier: Packages' | sort -u
}

debian_mirror() {
  local mirror
  mirror=$(machine_sources | awk '$2 == "bookworm" && $3 == "main" { print $1; exit }')
  [[ -n $mirror ]] || fail "apt has no source for bookworm main; run apt-get update"
  echo "$mirror"
}

write_sources() {
  local suite=$1 target=$2
  if [[ $suite == bookworm ]]; then
    machine_sources | awk '$2 ~ /^bookworm/ && $3 == "main" { print "deb", $1, $2, $3 }'
  else
    echo "deb $(debian_mirror) $suite main"
  fi >"$target/etc/apt/sources.list"
  # The way out (proxies, retries) as apt of the machine is told; never its credentials.
  apt-config dump | grep -E '^Acquire::(http|https|Retries)[: ]' | grep -v '@' >"$target/etc/apt/apt.conf.d/80lab" || true
}

# Authorities that the machine trusts and Debian does not ship.
copy_authorities() {
  local target=$1/usr/local/share/ca-certificates bundle=/etc/ssl/certs/ca-certificates.crt
  local -a shipped
  mapfile -t shipped < <(find /usr/share/ca-certificates -name '*.crt')
  mkdir -p "$target" "$1/etc/ssl/certs"
  cp "$bundle" "$1/etc/ssl/certs/ca-certificates.crt"
  awk -v target="$target" '
    FILENAME != bundle { if (/^[^-]/) known[$0] = 1; next }
    /BEGIN CERTIFICATE/ { text = ""; foreign = 0 }
    { text = text $0 "\n" }
    /^[^-]/ && !($0 in known) { foreign++ }
    /END CERTIFICATE/ && foreign { printf "%s", text > (target "/lab-" ++count ".crt") }
  ' bundle="$bundle" "${shipped[@]}" "$bundle"
}

# Registry settings of the machine that image builds need. Files that hold credentials stay where they are.
copy_settings() {
  local target=$1/etc/drydock-lab
  mkdir -p "$target"
  if [[ -f $HOME/.m2/settings.xml ]] && ! grep -qE '<(password|privateKey|passphrase)>' "$HOME/.m2/settings.xml"; then
    cp "$HOME/.m2/settings.xml" "$target/maven-settings.xml"
  fi
  if command -v npm >/dev/null; then npm config get registry 2>/dev/null | grep -v '@' >"$target/npm-registry" || true; fi
}

# As the official images do: no manual pages, no package lists, no services started by packages.
# The machine's mirror may be a frozen one, whose index of sid has expired.
slim_down() {
  local target=$1
  printf 'force-unsafe-io\npath-exclude /usr/share/doc/*\npath-include /usr/share/doc/*/copyright\npath-exclude /usr/share/man/*\npath-exclude /usr/share/locale/*\n' \
    >"$target/etc/dpkg/dpkg.cfg.d/lab"
  printf 'APT::Install-Recommends "false";\nDir::Cache::pkgcache "";\nDir::Cache::srcpkgcache "";\nAcquire::Check-Valid-Until "false";\n' \
    >"$target/etc/apt/apt.conf.d/90lab"
  printf '#!/bin/sh\nexit 101\n' >"$target/usr/sbin/policy-rc.d"
  chmod +x "$target/usr/sbin/policy-rc.d"
  rm -rf "$target"/var/cache/apt/*.bin "$target"/var/cache/apt/archives/*.deb "$target"/var/lib/apt/lists/* \
    "$target"/var/log/*.log
  # The directories stay: installation scripts of packages link into them.
  find "$target"/usr/share/{doc,man,locale,info} ! -type d ! -name copyright -delete
}

# build_base REFERENCE SUITE
build_base() {
  local reference=$1 suite=$2 target=$state/base-$2
  rm -rf --one-file-system "$target"
  debootstrap --variant=minbase "$suite" "$target" "$(debian_mirror)"
  write_sources "$suite" "$target"
  copy_authorities "$target"
  copy_settings "$target"
  slim_down "$target"
  tar --create --directory "$target" --numeric-owner . |
    docker import --change 'CMD ["bash"]' --change 'LABEL drydock.lab=base' - "$registry/$reference"
  rm -rf --one-file-system "$target"
}
