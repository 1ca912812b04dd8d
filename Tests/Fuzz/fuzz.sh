#!/bin/sh
# fuzz.sh [--keep] NAME [SECONDS]: fuzzes one entry point with the address sanitizer; a crash ends it with the input in
# crashes/. It goes on from what earlier runs reached, kept/NAME.tar.xz; --keep instead writes there the smallest part of
# corpus/ and seeds/ that reaches as much.
set -eu

cd -- "$(dirname -- "$0")"
keep=
if [ "$1" = --keep ]; then
  keep=1
  shift
fi
name=$1
seconds=${2:-3600}
export SWIFT_BACKTRACE=enable=no
swift build -c release --product "$name" --sanitize=fuzzer -Xswiftc -sanitize=fuzzer,address
rm -rf .planted
mkdir -p "corpus/$name" "crashes/$name" .planted
if [ -f "kept/$name.tar.xz" ]; then tar -xJf "kept/$name.tar.xz" -C corpus; fi

if [ -n "$keep" ]; then
  mkdir -p kept ".planted/$name"
  ".build/release/$name" -set_cover_merge=1 -max_len=2048 ".planted/$name" "corpus/$name" "seeds/$name"
  tar --sort=name --owner=0 --group=0 --numeric-owner --mtime=@0 -cf - -C .planted "$name" | xz -9 >"kept/$name.tar.xz"
  exit 0
fi

# A fuzzer that cannot find a planted crash proves nothing.
printf '\001\002' >.planted/seed
if KITH_PLANTED_CRASH=1 ".build/release/$name" -max_total_time=900 -max_len=3 -artifact_prefix=.planted/ .planted >/dev/null 2>&1; then
  echo "fuzz.sh: $name does not find the planted crash: coverage is missing" >&2
  exit 1
fi

dictionary=
if [ -f "dictionaries/$name.dict" ]; then dictionary=-dict=dictionaries/$name.dict; fi

# shellcheck disable=SC2086 # none or one argument without blanks
exec ".build/release/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=1024 \
  $dictionary -print_final_stats=1 -artifact_prefix="crashes/$name/" "corpus/$name" "seeds/$name"
