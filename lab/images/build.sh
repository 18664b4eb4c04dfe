# shellcheck shell=bash
# Builds stand-in images in the order they need each other and pushes them to the registry.
#
# images/NAME/provides holds one line per image: REPOSITORY:TAG ARGUMENT=VALUE...
# An argument whose value is itself a stand-in (library/… or drydock-lab/…) is built first.
# shellcheck source=../settings.sh
source "${BASH_SOURCE[0]%/*}/../settings.sh"

all_provides() { cat "$lab_dir"/images/*/provides; }

# The line that provides a reference, and the directory it stands in.
provides_line() { all_provides | awk -v reference="$1" '$1 == reference'; }

image_directory() {
  dirname "$(grep -lE "^${1//./[.]}( |$)" "$lab_dir"/images/*/provides)"
}

image_arguments() { provides_line "$1" | tr ' ' '\n' | tail -n +2; }

image_bases() { image_arguments "$1" | sed -nE 's/^[A-Z_]+=((library|drydock-lab)\/.*)$/\1/p'; }

declare -A image_keys=()

# find_key REFERENCE : puts into image_keys a digest of what the image is made of: its directory, its arguments,
# and the same of all it is built from.
find_key() {
  local reference=$1 directory base bases=''
  [[ ! -v image_keys[$reference] ]] || return 0
  directory=$(image_directory "$reference")
  for base in $(image_bases "$reference"); do
    find_key "$base"
    bases+=" ${image_keys[$base]}"
  done
  image_keys[$reference]=$({
    [[ $directory != */debian ]] || cat "$lab_dir/images/base.sh"
    cd "$directory" && find . -type f ! -name provides -printf '%P %m\n' -exec sha256sum {} + | LC_ALL=C sort
    provides_line "$reference"
    echo "$bases"
  } | sha256sum | cut -c1-16)
}

image_cached() {
  local marker=$cache/images/${1//\//%}
  find_key "$1"
  [[ -f $marker && $(<"$marker") == "${image_keys[$1]}" ]] && registry_has "$1"
}

proxy_arguments() {
  local name
  for name in http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [[ -z ${!name:-} ]] || printf -- '--build-arg\n%s\n' "$name"
  done
}

build_from_dockerfile() {
  local reference=$1 argument
  local -a arguments
  mapfile -t arguments < <(proxy_arguments)
  while read -r argument; do
    arguments+=(--build-arg "$(sed -E "s#=((library|drydock-lab)/)#=$registry/\1#" <<<"$argument")")
  done < <(image_arguments "$reference")
  DOCKER_BUILDKIT=0 docker build --pull --force-rm --label drydock.lab=stand-in "${arguments[@]}" \
    --tag "$registry/$reference" "$(image_directory "$reference")"
}

# build_image REFERENCE : does nothing when the registry holds just this image.
build_image() {
  local reference=$1 base
  if image_cached "$reference"; then return 0; fi
  for base in $(image_bases "$reference"); do build_image "$base"; done
  step "  $reference" make_image "$reference"
}

make_image() {
  local reference=$1 log
  mkdir -p "$cache/images"
  log=$logs/image-$(tr '/:' '--' <<<"$reference").log
  if [[ $(image_directory "$reference") == */debian ]]; then
    build_base "$reference" "$(image_arguments "$reference" | sed -n 's/^SUITE=//p')" >"$log" 2>&1
  else
    build_from_dockerfile "$reference" >"$log" 2>&1
  fi || fail "cannot build $reference; see $log"
  docker push --quiet "$registry/$reference" >>"$log" 2>&1 || fail "cannot push $reference; see $log"
  echo "${image_keys[$reference]}" >"$cache/images/${reference//\//%}"
}

# build_images all | none | NAME,NAME…
build_images() {
  local name reference
  local -a names
  case $1 in
    none) return 0 ;;
    all) mapfile -t names < <(find "$lab_dir"/images -name provides -printf '%h\n' | sed 's|.*/||' | sort) ;;
    *) IFS=, read -ra names <<<"$1" ;;
  esac
  for name in "${names[@]}"; do
    [[ -f $lab_dir/images/$name/provides ]] || fail "no stand-in named $name under lab/images"
    while read -r reference _; do build_image "$reference"; done <"$lab_dir/images/$name/provides"
  done
}
