#!/bin/bash
# classify.sh: classify with all built-in rules on the mail corpus that KITH_CONFORMANCE names, beside grep -cEi with a tenth
# of their patterns on the texts of the same messages: every tenth pattern in the files' order, written as an ERE, less those
# that an ERE cannot say. Both read with one thread in C.UTF-8; printed is the CPU of one run each. Where grep reads the
# records instead, a line a message, it stops at the first match in each, so that it hardly reads them: that is shown too.
set -euo pipefail

corpus=${KITH_CONFORMANCE:?names where the corpus lies}/mail/corpus/spamassassin.mbox.gz
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$root/.bench
mkdir -p "$work"
messages=$work/corpus-messages.jsonl conversations=$work/corpus-conversations.jsonl texts=$work/corpus-texts
PATH="$root/bin:$PATH"
export LC_ALL=C.UTF-8 TIMEFORMAT='%U %S'

zcat "$corpus" | mbox2jsonl >"$messages"
group-conversations "$messages" >"$conversations"
jq -r '.text // empty' "$messages" >"$texts"

check-rules --patterns >"$work/patterns"
awk 'NR % 10 == 1' "$work/patterns" | sed 's/\[^\\pL\\d\]/[^[:alnum:]]/g; s/(?:/(/g; s/\\d/[0-9]/g' |
  grep -vE '\(\?|\\[pPQEzA]|[*+?}]\?|\[[^]]*[\\]' >"$work/tenth"

# cpu COMMAND...: user and system seconds. The output goes to a file, as grep stops at the first match when it goes nowhere.
cpu() { { time "$@" >"$work/out"; } 2>&1 | awk '{ print $1 + $2 }'; }

funnel=$(cpu classify --quiet -j1 --now 2026-01-01 --rules funnel "$conversations")
reply=$(cpu classify --quiet -j1 --now 2026-01-01 --rules reply "$messages")
lines=$(cpu grep -cEi -f "$work/tenth" "$texts")
records=$(cpu grep -cEi -f "$work/tenth" "$messages")
awk -v f="$funnel" -v r="$reply" -v l="$lines" -v j="$records" -v p="$(wc -l <"$work/patterns")" \
  -v t="$(wc -l <"$work/tenth")" -v b="$(stat -c %s "$texts")" 'BEGIN {
  printf "classify, %d patterns, %.1f MB of text: funnel %.2f s, reply %.2f s\n", p, b / 1e6, f, r
  printf "grep -cEi, %d of them: texts %.2f s (classify takes %.2f of that), records %.2f s (%.1f)\n",
    t, l, (f + r) / l, j, (f + r) / j }'
