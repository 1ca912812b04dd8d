#!/bin/sh
# run.sh: whoever is on the suppression list is in no lead, ask, draft or export of any kind, also after they were erased and
# imported again under another spelling of the address, number or page. spellings.tsv holds the spellings.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
pipelines=$here/../../pipelines
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
now=2026-02-12

fail() { echo "suppressed: $*" >&2; exit 1; }

# write STATE: the workspace in one of its two lives, see workspace.awk.
write() {
  mkdir -p "$scratch/$1/config" "$scratch/$1/data/raw/crm" "$scratch/$1/data/raw/mail"
  LC_ALL=C awk -v STATE="$1" -v DIR="$scratch/$1" -f "$here/workspace.awk" "$here/spellings.tsv"
}

refresh() { make --no-print-directory -s -f "$pipelines/refresh.mk" -C "$1" NOW=$now; }

# export_all WORKSPACE DIR [OPTION ...]: the leads of a workspace for every target.
export_all() {
  leads=$1/outputs/leads/leads.jsonl
  folder=$2
  shift 2
  for target in $(crm-export --list | cut -f 1); do
    crm-export --quiet --to "$target" --out "$folder/$target" --now $now "$@" "$leads" 2>>"$scratch/notes"
  done
}

# found NAMES FILE ...: which of the names are in the files, or in the folders, once folded lines are unfolded.
found() {
  names=$1
  shift
  find "$@" -type f -exec cat {} + | tr -d '\r' |
    LC_ALL=C awk '/^ / { printf "%s", substr($0, 2); next } { printf "\n%s", $0 }' | tr -c '[:alnum:]' '\n' |
    LC_ALL=C grep -xF -f "$names" | LC_ALL=C sort -u
}

# all_in NAMES FILE ... and none_in NAMES FILE ...: who must be there, and who must not.
all_in() { [ "$(found "$@" | wc -l)" -eq "$(wc -l <"$1")" ] || fail "not everybody is in $2"; }
none_in() { [ -z "$(found "$@")" ] || fail "in $2: $(found "$@" | tr '\n' ' ')"; }

# each CHECK NAMES WORKSPACE EXPORTS: CHECK for each output of a workspace and the files for each target.
each() {
  for output in leads/leads leads/referrals templates/drafts; do "$1" "$2" "$3/outputs/$output.jsonl"; done
  for target in "$4"/*; do "$1" "$2" "$target"; done
}

# First life: everybody is everywhere. Then they are listed by what the table says, and erased.
write before
before=$scratch/before
refresh "$before"
export_all "$before" "$scratch/exports-before"
each all_in "$before/gone" "$before" "$scratch/exports-before"
each all_in "$before/kept" "$before" "$scratch/exports-before"
cp "$before/gone" "$scratch/names-before"
cp "$before/points" "$scratch/points"
rm "$before/gone" "$before/points"
list=$scratch/suppression.jsonl
add-suppression --quiet --create --list "$list" --now $now </dev/null
while IFS='	' read -r kind point; do
  erase-person --quiet --list "$list" --region GB --now $now "--$kind" "$point" "$before" >>"$scratch/erased"
done <"$scratch/points"
none_in "$scratch/names-before" "$before"
all_in "$before/kept" "$before/data/raw/crm/spocs.csv"

# Second life: without the list they are everywhere again, with it nowhere, and everybody else as before. The filters that
# write what goes out hold them back by themselves, too.
write again
again=$scratch/again
refresh "$again"
export_all "$again" "$scratch/exports-again"
each all_in "$again/gone" "$again" "$scratch/exports-again"
known="--suppress $list --region GB --people $again/data/enriched/people.jsonl"
# shellcheck disable=SC2086 # a list of options
export_all "$again" "$scratch/exports-alone" $known
# shellcheck disable=SC2086
render-templates --quiet $known --team "$again/config/team.jsonl" --now $now "$again/outputs/leads/leads.jsonl" \
  "$again/outputs/leads/referrals.jsonl" >"$scratch/drafts-alone" 2>>"$scratch/notes"
for output in "$scratch/drafts-alone" "$scratch/exports-alone"/*; do
  none_in "$again/gone" "$output"
  all_in "$again/kept" "$output"
done

cp "$list" "$scratch/suppression.key" "$again/config/"
refresh "$again"
export_all "$again" "$scratch/exports-listed"
each none_in "$again/gone" "$again" "$scratch/exports-listed"
for output in "$again/outputs/leads/leads.jsonl" "$again/outputs/templates/drafts.jsonl" "$scratch/exports-listed"/*; do
  all_in "$again/kept" "$output"
done
echo "suppressed: $(wc -l <"$again/gone") spellings, $(crm-export --list | wc -l) targets: nobody got through"
