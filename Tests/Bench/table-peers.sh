#!/bin/sh
# table-peers.sh FOLDER: installs what csv2jsonl is measured beside into a folder of its own: polars and DuckDB from PyPI,
# Miller from Debian. Ends with 75 when they can't be reached.
set -eu

folder=$1
packages='polars~=2.1 duckdb~=1.4'
[ "$(cat "$folder/installed" 2>/dev/null)" = "$packages" ] && exit 0

rm -rf "$folder"
mkdir -p "$folder/debian"
python3 -m venv "$folder/python"
# shellcheck disable=SC2086 # a list of packages
if ! "$folder/python/bin/pip" install --quiet --disable-pip-version-check --retries 1 $packages >"$folder/log" 2>&1 ||
  ! (cd "$folder/debian" && apt-get download -q miller && dpkg -x miller_*.deb .) >>"$folder/log" 2>&1; then
  tail -n 3 "$folder/log" >&2
  exit 75
fi
printf '%s\n' "$packages" >"$folder/installed"
