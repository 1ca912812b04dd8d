#!/bin/sh
# run.sh WORKSPACE: refresh.mk does again what changed and nothing else, says so to make -q, and comes back to the same bytes.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp -a "$1" "$scratch/workspace"
workspace=$scratch/workspace
contacts=$workspace/data/raw/crm/spocs.csv

fail() { echo "refresh: $*" >&2; exit 1; }

refresh() { make --no-print-directory -f "$here/../../pipelines/refresh.mk" -C "$workspace" NOW=2026-02-12 "$@"; }

# steps: makes, and prints the names of the steps that ran.
steps() { refresh --trace | sed -n "s/.*update target '\.steps\/\(.*\)\.done'.*/\1/p" | tr '\n' ' '; }

# ran WANTED: a refresh runs these steps, after which there is nothing to do.
ran() {
  steps=$(steps)
  [ "$steps" = "$1" ] || fail "ran: $steps; expected: $1"
  refresh -q || fail "something is left to do after: $steps"
}

steps >/dev/null
refresh -q || fail 'something is left to do after a run'
cp -a "$workspace" "$scratch/before"

touch "$contacts"
refresh -q && fail 'a younger file is not seen'
ran 'data-processed-spocs.jsonl '

# A table of which every step takes part.
printf '%s\n' '"990","1","Zenobia Quarrington","zenobia@waxwing-diagnostics.example",\N,"Head of People",\N,"2025-11-03","2026-02-02","1"' \
  >>"$contacts"
steps=" $(steps)"
for step in data-processed-spocs data-enriched-people outputs-leads-leads outputs-reports-counts; do
  case $steps in *" $step.jsonl "*) ;; *) fail "did not run: $step" ;; esac
done
case $steps in *' data-processed-mail'* | *' data-enriched-contacts'*) fail "ran: $steps" ;; esac
refresh -q || fail "something is left to do after a new contact"
grep -q 'Zenobia Quarrington' "$workspace/outputs/leads/leads.jsonl" || fail 'the new contact is no lead'

sed -i '$d' "$contacts"
refresh -s
for folder in data outputs; do
  diff -r "$scratch/before/$folder" "$workspace/$folder" || fail 'not the same bytes after the change was taken back'
done
echo 'refresh: only what changed was done again'
