#!/bin/bash
# dedupe.sh [RECORDS...]: what resolving so many invented people costs, normalisation included: CPU time, peak memory, and
# precision, recall and F1 of the pairs. Cost should grow no worse than n log n. Then every hundredth record is added to the
# golden ones of the others by --against and --state; so it is with 100,000 companies and with tables of any kind. Beside it
# Splink, when PyPI can be reached: on records that were normalised before, which is timed apart.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(CDPATH='' cd -- "$here/../.." && pwd)/.bench
mkdir -p "$work"

judge() {
  LC_ALL=C join -t , <(tail -n +2 "$1" | LC_ALL=C sort -t , -k1,1) <(jq -r '"\(.id),\(.cluster)"' "$2" | LC_ALL=C sort -t , -k1,1) |
    awk -F , '{ t[$2]++; f[$3]++; b[$2 "," $3]++ }
      function pairs(groups,   g, sum) { for (g in groups) sum += groups[g] * (groups[g] - 1) / 2; return sum }
      END { p = pairs(b) / pairs(f); r = pairs(b) / pairs(t)
        printf "precision %.3f  recall %.3f  F1 %.3f\n", p, r, 2 * p * r / (p + r) }'
}

# Runs a command with its output in a file; prints what it cost.
measure() {
  python3 - "$@" <<'PY'
import os, subprocess, sys
with open(sys.argv[1], "w") as sink, open(sys.argv[1] + ".log", "w") as log:
    process = subprocess.Popen(sys.argv[2:], stdout=sink, stderr=log)
    _, status, usage = os.wait4(process.pid, 0)
if status:
    sys.exit(f"{sys.argv[2]}: status {status}, see {sys.argv[1]}.log")
print(f"{usage.ru_utime + usage.ru_stime:8.2f} s CPU {usage.ru_maxrss / 1024:8.0f} MB  ", end="", flush=True)
PY
}

# Adds every hundredth of some records by a state to the golden ones of the others: add NAME FILE OPTION...
add() {
  name=$1 file=$2
  shift 2
  awk -v new="$work/new.jsonl" 'NR % 100 { print; next } { print >new }' "$file" >"$work/old.jsonl"
  rm -f "$work/state"
  full=$(measure "$work/golden.jsonl" dedupe "$@" --quiet --state "$work/state" "$work/old.jsonl")
  printf '%s%8s %s, keeping a state\n' "$full" "$(wc -l <"$work/old.jsonl")" "$name"
  added=$(measure "$work/after.jsonl" dedupe "$@" --quiet --state "$work/state" \
    --against "$work/golden.jsonl" "$work/new.jsonl")
  printf '%s%8s %s, added by the state  ' "$added" "$(wc -l <"$work/new.jsonl")" "$name"
  awk -v full="$full" -v added="$added" 'BEGIN { printf "%.1f %% of that\n", 100 * added / full }'
}

# Makes a file of so many invented records with who is who, once: invent NAME RECORDS, for example invent people 1000.
invent() {
  test -s "$work/$1-$2.jsonl" || {
    python3 "$here/make-$1.py" "$2" 6 "$work/$1-$2.csv" >"$work/$1-$2.part"
    mv "$work/$1-$2.part" "$work/$1-$2.jsonl"
  }
}

splink=$work/splink/bin/python
[ -x "$splink" ] || python3 -m venv "$work/splink" || true
"$splink" -c 'import splink' 2>/dev/null ||
  "$work/splink/bin/pip" install --quiet --disable-pip-version-check --retries 1 'splink~=5.0' >/dev/null 2>&1 || true

invent companies 100000
companies=$work/companies-100000
measure "$work/clusters" dedupe --entity company --quiet --emit clusters "$companies.jsonl"
printf '%8s companies  dedupe            ' 100000
judge "$companies.csv" "$work/clusters"
add companies "$companies.jsonl" --entity company
invent people 100000
add 'rows of a table of companies' "$companies.jsonl" --auto
add 'rows of a table of people' "$work/people-100000.jsonl" --auto

test $# -gt 0 || set -- 10000 100000 1000000
for records; do
  invent people "$records"
  people=$work/people-$records.jsonl truth=$work/people-$records.csv
  measure "$work/clusters" dedupe --entity person --quiet --emit clusters "$people"
  printf '%8s people  dedupe                ' "$records"
  judge "$truth" "$work/clusters"
  add people "$people" --entity person
  "$splink" -c 'import splink' 2>/dev/null || continue
  measure "$work/normalised" python3 "$here/splink-people.py" normalise "$people" "$work/people.csv"
  printf '%8s people  normalised for Splink\n' "$records"
  measure "$work/splink-output" "$splink" "$here/splink-people.py" resolve "$work/people.csv" "$work/clusters"
  printf '%8s people  Splink alone          ' "$records"
  judge "$truth" "$work/clusters"
done
