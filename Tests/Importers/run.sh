#!/bin/bash
# run.sh FOLDER: imports our exports into Tryton and Radicale, reads them back, and does it again; reads exports for address
# books by our own reader. FOLDER keeps the installed programs. Where they can't be installed that part is skipped; with
# CI=true it is a failure.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$1"
folder=$(CDPATH='' cd -- "$1" && pwd)
python=$folder/programs/python/bin/python
work=$(mktemp -d)
server=''
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$work"' EXIT

# What is exported to any target is what the target takes.
for target in $(crm-export --list | cut -f 1); do
  crm-export --quiet --to "$target" --out "$work/all" --now 2026-02-12 --rejects "$work/rejects" "$here/leads.jsonl"
  check-crm --to "$target" "$work/all/$target"-*.[cv][sc][vf] >"$work/findings" || { cat "$work/findings" >&2; exit 1; }
done
echo "$(crm-export --list | wc -l) targets: every file is fit"

# What comes back from an address book is what went into it.
cp "$here/leads.jsonl" "$work/leads.jsonl"
for target in google outlook; do
  crm-export --quiet --to $target --now 2026-02-12 "$work/leads.jsonl" >"$work/$target.csv"
  check-crm --to $target "$work/$target.csv" >/dev/null
  csv2jsonl --quiet --map $target-contacts "$work/$target.csv" >"$work/$target.jsonl"
  jq -c -f "$here/contact.jq" "$work/$target.jsonl" >"$work/$target.found"
  jq -c -f "$here/contact.jq" "$work/leads.jsonl" >"$work/$target.wanted"
  diff "$work/$target.wanted" "$work/$target.found" >&2 || { echo "imports: $target: not what was exported" >&2; exit 1; }
  echo "$target: $(wc -l <"$work/$target.found") contacts read back equal"
done

if ! sh "$here/install.sh" "$folder/programs"; then
  echo 'imports: Tryton and Radicale could not be installed from PyPI' >&2
  [ "${CI:-}" = true ] && exit 1
  echo 'imports: skipped' >&2
  exit 0
fi

cd "$work"

export_to() { crm-export --quiet --to "$1" --out "$2" --now "$3" "${@:4}"; }

# The second day one lead has changed; the third day nothing has.
jq -c 'if .id == "lead:2" then .name = "Zoë Ünal-Brandt" | .phone = "+493055501299" else . end' leads.jsonl >later.jsonl
export_to tryton tryton-1 2026-02-12 leads.jsonl
export_to tryton tryton-2 2026-02-13 --plan tryton-1 later.jsonl >plan-2
cp -R tryton-1 known && crm-export --quiet --to tryton --out known --now 2026-02-13 later.jsonl
export_to tryton tryton-3 2026-02-14 --plan known later.jsonl >plan-3
check-crm --to tryton tryton-1/*.csv tryton-2/*.csv >/dev/null
DB_CACHE=$folder "$python" "$here/import_tryton.py" tryton-1 tryton-2 tryton-3

crm-export --quiet --to vcard --now 2026-02-12 leads.jsonl >cards.vcf
check-crm --to vcard cards.vcf >/dev/null
port=$((20000 + $$ % 20000))
"$python" -m radicale --server-hosts "127.0.0.1:$port" --auth-type none --storage-filesystem-folder "$work/cards" \
  --web-type none --logging-level critical 2>radicale.log &
server=$!
"$python" "$here/put_cards.py" "$port" cards.vcf
