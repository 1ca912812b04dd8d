#!/bin/sh
# install.sh FOLDER: installs the programs that exports are really imported into, by pip into a folder of their own.
# Ends with 75 when the registry can't be reached.
set -eu

folder=$1
packages='trytond~=8.2.0 trytond_party~=8.2.0 trytond_sale_opportunity~=8.2.0 radicale~=3.9'
[ "$(cat "$folder/installed" 2>/dev/null)" = "$packages" ] && exit 0

rm -rf "$folder"
mkdir -p "$folder"
python3 -m venv "$folder/python"
# shellcheck disable=SC2086 # a list of packages
if ! "$folder/python/bin/pip" install --quiet --disable-pip-version-check --retries 1 $packages >"$folder/log" 2>&1; then
  tail -n 3 "$folder/log" >&2
  exit 75
fi
printf '%s\n' "$packages" >"$folder/installed"
