#!/bin/sh
# run.sh SUITES: carries real exports from raw to leads and CRM files, and accounts for every record of them.
set -eu

suites=$(CDPATH='' cd -- "$1" && pwd)
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
refresh=$here/../../../pipelines/refresh.mk
workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT

sh "$here/prepare.sh" "$suites" "$workspace"
make --no-print-directory -s -j2 -f "$refresh" -C "$workspace" NOW=2026-02-12

fail() {
  printf 'real input: %s\n' "$1" >&2
  exit 1
}

cd "$workspace"
check-records --quiet data/*/*.jsonl outputs/*/*.jsonl >/dev/null || fail 'a record is not what kith-records(5) says'

# Nothing of the archive is lost, and every page is a person or said why not.
[ "$(jq -r 'select(.source.file | endswith("spamassassin.mbox")) | .id' data/processed/mail.jsonl | wc -l)" -eq 6046 ] ||
  fail 'the archive has 6,046 messages'
pages=$(find data/raw/linkedin/pages -type f | wc -l)
[ "$(cat data/processed/linkedin-pages.jsonl outputs/reports/rejects/linkedin-pages.jsonl | wc -l)" -eq "$pages" ] ||
  fail 'a page was neither read nor rejected'
jq -e --slurp 'all(.in == .kept + .merged + .rejected + .suppressed)' outputs/reports/counts.jsonl >/dev/null ||
  fail 'what went in did not come out'
for export in default csv_quoted csv_optquoted csv_escquote text_default text_quoted; do
  [ "$(wc -l <data/processed/$export.jsonl)" -eq 5 ] || fail "the table as $export has five rows"
done
[ -s outputs/leads/leads.jsonl ] || fail 'no lead came out'
make --no-print-directory -q -f "$refresh" NOW=2026-02-12 || fail 'a second make has something to do'
printf 'real input: %s messages, %s people, %s leads; every record accounted for\n' \
  "$(wc -l <data/processed/mail.jsonl)" "$(wc -l <data/enriched/people.jsonl)" "$(wc -l <outputs/leads/leads.jsonl)"

# The threads of mail are those of notmuch, where it is installed.
if command -v notmuch >/dev/null; then
  sample=$here/../../../pipelines/sample
  "$here/threads.py" data/raw/mail/spamassassin.mbox || fail 'notmuch threads the archive in another way'
  for archive in "$sample"/data/raw/mail/*.mbox; do
    "$here/threads.py" "$archive" "$sample/config/team.jsonl" || fail "notmuch threads $archive in another way"
  done
else
  printf 'real input: threads not compared, notmuch is not installed\n'
fi
