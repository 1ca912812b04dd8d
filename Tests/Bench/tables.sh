#!/bin/bash
# tables.sh [ROWS]: csv2jsonl beside polars, DuckDB and Miller on one table with quoted line breaks (1,000,000 rows are
# 218 MB), in one run: first whether all give the same records, then medians of CPU time, wall time and peak memory.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
work=$root/.bench
rows=${1:-1000000}
runs=${RUNS:-3}
peers=$work/table-peers
mkdir -p "$work"
if ! sh "$here/table-peers.sh" "$peers"; then
  echo 'tables.sh: polars, DuckDB and Miller cannot be installed here; nothing is measured' >&2
  exit 0
fi
python=$peers/python/bin/python
miller=$peers/debian/usr/bin/mlr

table=$work/table-$rows.csv
[ -s "$table" ] || awk -v N="$rows" -f "$here/make-table.awk" >"$table.part"
[ -s "$table" ] || mv "$table.part" "$table"

# measure COMMAND...: CPU seconds, wall seconds and peak KiB, each the median of the runs.
measure() {
  python3 - "$runs" "$@" <<'PY'
import os, subprocess, sys, time
found = []
for _ in range(int(sys.argv[1])):
    begin = time.perf_counter()
    process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{sys.argv[2]}: status {status}")
    found.append((usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, usage.ru_maxrss))
print(*(sorted(column)[len(found) // 2] for column in zip(*found)))
PY
}

row() { printf '%-28s %8.2f %8.2f %9.1f\n' "$1" "$2" "$3" "$(awk -v k="$4" 'BEGIN { print k / 1024 }')"; }

ours=$(csv2jsonl "$table" | sha256sum)
for name in polars duckdb; do
  "$python" "$here/table-peers.py" "$name" "$table" "$work/$name.jsonl" 2
  if [ "$(sha256sum <"$work/$name.jsonl")" = "$ours" ]; then echo "$name: the same bytes"; else echo "$name: OTHER bytes"; fi
  rm -f "$work/$name.jsonl"
done
awk -v N=20000 -f "$here/make-table.awk" >"$work/head.csv"
# Miller loses the CR of a line break within quotes.
if [ "$("$miller" --icsv --ojsonl --infer-none cat "$work/head.csv" | jq -c . | sha256sum)" = \
  "$(csv2jsonl "$work/head.csv" | jq -c 'map_values(gsub("\r"; ""))' | sha256sum)" ]; then
  echo 'miller: the same records but for CR (20,000 rows)'
else
  echo 'miller: OTHER records (20,000 rows)'
fi

printf '\n%d rows, %d MB, medians of %d runs\n\n' "$rows" "$(($(stat -c %s "$table") / 1000000))" "$runs"
printf '%-28s %8s %8s %9s\n' '' 'CPU s' 'wall s' 'peak MB'
one=$(measure csv2jsonl -j1 "$table")
two=$(measure csv2jsonl -j2 "$table")
polars=$(measure "$python" "$here/table-peers.py" polars "$table" /dev/null 1)
duckdb=$(measure "$python" "$here/table-peers.py" duckdb "$table" /dev/null 2)
mlr=$(measure "$miller" --icsv --ojsonl cat "$table")
# shellcheck disable=SC2086 # three numbers each
{
  row 'csv2jsonl -j1' $one
  row 'csv2jsonl -j2' $two
  row 'polars, one thread' $polars
  row 'DuckDB, two threads' $duckdb
  row 'mlr --icsv --ojsonl cat' $mlr
}
awk -v a="${one% * *}" -v p="${polars% * *}" -v m="${mlr% * *}" -v w="$two" -v d="$duckdb" 'BEGIN {
  split(w, ours, " "); split(d, theirs, " ")
  printf "\nCPU: %.2f of polars, 1/%.1f of Miller; wall on two cores: %.2f of DuckDB\n", a / p, m / a, ours[2] / theirs[2] }'
