#!/bin/bash
# bench.sh [RECORDS]: kith beside what a user would pick instead, in one run on one machine. Each pair runs in turn, A B A B;
# printed are the medians of CPU time (user and system) and of peak memory, and their ratio. Peers that are not installed are
# left out: jq and miller are Debian's packages.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
work=$root/.bench
records=${1:-300000}
runs=${RUNS:-5}
mkdir -p "$work"

# measure COMMAND...: CPU seconds and peak KiB of one run, by the kernel's account of the finished process.
measure() {
  python3 - "$@" <<'PY'
import os, resource, subprocess, sys
with open(os.devnull, "w") as sink:
    process = subprocess.Popen(sys.argv[1:], stdout=sink, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
if status:
    sys.exit(f"{sys.argv[1]}: status {status}: {error.decode(errors='replace')}")
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
PY
}

median() { sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# compare LABEL OURS -- THEIRS: one row of the table.
compare() {
  local label=$1 ours=() theirs=() a="" b="" i
  shift
  while [ "$1" != -- ]; do ours+=("$1"); shift; done
  shift
  theirs=("$@")
  if ! command -v "${theirs[0]}" >/dev/null; then
    printf '%-34s %s is not installed\n' "$label" "${theirs[0]}"
    return
  fi
  for ((i = 0; i < runs; i++)); do
    a+=$(measure "${ours[@]}")$'\n'
    b+=$(measure "${theirs[@]}")$'\n'
  done
  row "$label" "$(cut -d' ' -f1 <<<"$a" | grep . | median)" "$(cut -d' ' -f2 <<<"$a" | grep . | median)" \
    "$(cut -d' ' -f1 <<<"$b" | grep . | median)" "$(cut -d' ' -f2 <<<"$b" | grep . | median)"
}

row() {
  awk -v label="$1" -v a="$2" -v am="$3" -v b="$4" -v bm="$5" \
    'BEGIN { printf "%-34s %7.2f s %6.1f MB   %7.2f s %6.1f MB   1/%.1f\n", label, a, am / 1024, b, bm / 1024, b / a }'
}

contacts=$work/contacts-$records.jsonl
[ -s "$contacts" ] || awk -v N="$records" -f "$here/make-contacts.awk" >"$contacts.part"
[ -s "$contacts" ] || mv "$contacts.part" "$contacts"
table=$work/contacts-$records.csv
[ -s "$table" ] || jq -r '[.id, .name, .emails[0], .phones[0], .title, .company, .last_seen] | @csv' "$contacts" |
  sed '1i id,name,email,phone,title,company,last_seen' >"$table"

printf '%d records, %d MB, medians of %d runs\n\n' "$records" "$(($(stat -c %s "$contacts") / 1000000))" "$runs"
printf '%-34s %9s %9s   %9s %9s   %s\n' '' 'kith CPU' 'peak' 'peer CPU' 'peak' 'CPU ratio'
compare 'check-records, jq -c .' check-records -j1 "$contacts" -- jq -c . "$contacts"
compare 'score, the same in jq' score -j1 --now 2026-02-12 --model "$here/ten-conditions.json" "$contacts" \
  -- jq -c -f "$here/ten-conditions.jq" "$contacts"
compare 'csv2jsonl, mlr --icsv --ojsonl cat' csv2jsonl -j1 "$table" -- mlr --icsv --ojsonl cat "$table"
# Jinja2 comes from PyPI into a folder of its own; where that is out of reach its row is left out.
jinja=$work/python/bin/python
"$jinja" -c 'import jinja2' 2>/dev/null ||
  { python3 -m venv "$work/python" && "$work/python/bin/pip" install --quiet --retries 1 jinja2; } >/dev/null 2>&1 || true
if "$jinja" -c 'import jinja2' 2>/dev/null; then
  compare 'render-templates --raw, Jinja2' render-templates -j1 --raw --template "$here/letter.liquid" "$contacts" \
    -- "$jinja" "$here/render-jinja.py" "$here/letter.liquid" "$contacts"
  leads=$work/leads-$records.jsonl
  [ -s "$leads" ] || sed 's/"emails":\["\([^"]*\)"/"type":"lead","email":"\1",&/' "$contacts" >"$leads"
  compare 'render-templates, Jinja2 and a script' render-templates -j1 --quiet --template "$here/letter.liquid" "$leads" \
    -- "$jinja" "$here/draft-jinja.py" "$here/letter.liquid" "$leads"
else
  printf '%-34s %s\n' 'render-templates --raw, Jinja2' "jinja2 is not installed (PyPI)"
fi

# Saved pages: the CPU that a parser alone takes, and the memory of ten thousand pages.
if [ -n "${KITH_CONFORMANCE:-}" ]; then
  pages=() many=()
  for ((i = 0; i < 20; i++)); do pages+=("$KITH_CONFORMANCE"/linkedin/*.html); done
  compare 'enrich-linkedin-html, xmllint --html' enrich-linkedin-html -q --rejects /dev/null "${pages[@]}" \
    -- sh -c 'xmllint --html --noout "$@" 2>/dev/null' xmllint "${pages[@]}"
  while [ "${#many[@]}" -lt 10000 ]; do many+=("${pages[@]}"); done
  few=$(measure enrich-linkedin-html -q --rejects /dev/null "${pages[@]:0:16}")
  all=$(measure enrich-linkedin-html -q --rejects /dev/null "${many[@]:0:10000}")
  awk -v a="${few#* }" -v b="${all#* }" \
    'BEGIN { printf "enrich-linkedin-html peak: 16 pages %.1f MB, 10,000 pages %.1f MB\n", a / 1024, b / 1024 }'
else
  printf '%-34s %s\n' 'enrich-linkedin-html, xmllint' 'set KITH_CONFORMANCE to where saved pages lie'
fi

# Leads and referrals from people and conversations, beside the mere check of the same records.
printf '\nleads and referrals of %d people\n' "$records"
RUNS=1 bash "$here/leads.sh" "$records"

# Start-up, beside a program that does nothing.
printf 'int main(void) { return 0; }\n' >"$work/nothing.c"
cc -O2 -o "$work/nothing" "$work/nothing.c"
startup() {
  python3 - "$@" <<'PY'
import os, subprocess, sys, time
times = []
for _ in range(100):
    begin = time.perf_counter()
    subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    times.append(time.perf_counter() - begin)
print(sorted(times)[50] * 1000)
PY
}
printf '\nstart-up: check-records %.2f ms, a C program that does nothing %.2f ms\n' \
  "$(startup check-records)" "$(startup "$work/nothing")"

# Two cores: wall-clock time, the file in the page cache.
wall() { python3 -c 'import subprocess, sys, time
t = []
for _ in range(5):
    b = time.perf_counter(); subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); t.append(time.perf_counter() - b)
print(sorted(t)[2])' "$@"; }
one=$(wall score -j1 --now 2026-02-12 --model "$here/ten-conditions.json" "$contacts")
two=$(wall score -j2 --now 2026-02-12 --model "$here/ten-conditions.json" "$contacts")
awk -v a="$one" -v b="$two" 'BEGIN { printf "score -j1 %.2f s, -j2 %.2f s: %.2f times as fast\n", a, b, a / b }'
