#!/bin/bash
# leads.sh [PEOPLE]: what leads and referrals of so many invented people cost, half as many conversations with them: the CPU
# time of build-leads beside that of check-records on the same file, which only looks whether the records are valid, and the
# peak memory of build-leads and find-referrals. Each pair runs in turn; printed are medians.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(CDPATH='' cd -- "$here/../.." && pwd)/.bench
people=${1:-300000}
runs=${RUNS:-3}
mkdir -p "$work"

facts=$work/facts-$people.jsonl
[ -s "$facts" ] || awk -v N="$people" -f "$here/make-facts.awk" >"$facts.part"
[ -s "$facts" ] || mv "$facts.part" "$facts"

python3 - "$runs" "$facts" <<'PY'
import os, statistics, subprocess, sys

def cost(*command):
    with open(os.devnull, "w") as sink:
        process = subprocess.Popen(command, stdout=sink)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command[0]}: status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024

facts, now = sys.argv[2], ("--quiet", "--now", "2026-02-12")
check, leads, referrals = [], [], []
for _ in range(int(sys.argv[1])):
    check.append(cost("check-records", "-j1", facts))
    leads.append(cost("build-leads", *now, facts))
    referrals.append(cost("find-referrals", *now, facts))
base = statistics.median(seconds for seconds, _ in check)
for name, runs in (("check-records", check), ("build-leads", leads), ("find-referrals", referrals)):
    seconds = statistics.median(seconds for seconds, _ in runs)
    peak = statistics.median(peak for _, peak in runs)
    print(f"{name:16} {seconds:7.2f} s CPU {peak:7.1f} MB   {seconds / base:.2f} times check-records")
PY
