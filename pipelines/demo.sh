#!/bin/sh
# demo.sh [--check | --judge] DIR SEED: the main job on an invented agency, in DIR, and what came of it: the best leads, or
# how much of what was planted was found (--check fails below the bars, --judge lists every miss).
set -eu

judge=
case $1 in
--check | --judge)
  judge=$1
  shift
  ;;
esac
dir=$1
seed=$2
now=2026-02-12
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# The same seed and generator give the same agency, so that a second run finds nothing to do.
wanted="$seed $(cksum <"$(command -v invent-agency)")"
if [ "$(cat "$dir/.seed" 2>/dev/null || true)" != "$wanted" ]; then
  rm -rf "$dir"
  mkdir -p "$dir"
  invent-agency --quiet --seed "$seed" --out "$dir"
  printf '%s\n' "$wanted" >"$dir/.seed"
fi

make --no-print-directory -j2 -s -f "$here/refresh.mk" -C "$dir" NOW="$now"

cd "$dir"
case $judge in
--check) exec judge-run --check . ;;
--judge) exec judge-run --list . ;;
esac

# What the tables below share: text cut and filled to a width, by characters.
tables='def fit(n): gsub("[[:space:]]+"; " ") | if length > n then .[:n - 1] + "…" else . + (" " * (n - length) // "") end;'

printf '\nThe ten best leads\n\n'
head -n 10 outputs/leads/leads.jsonl | jq -r --slurp "$tables"'
  ("   " + ("name" | fit(22)) + ("company" | fit(24)) + ("stage" | fit(8)) + "score  why"),
  (to_entries[] | .key as $rank | .value
   | ([.why[] | select(.points)] | max_by([(.points), (.quote != null)])) as $why
   | ("\($rank + 1)" | (" " * (2 - length) // "") + .) + " "
     + (.name // .email // .id | fit(22)) + (.company // "" | fit(24)) + (.stage // "" | fit(8))
     + ("\(.score)" | fit(7)) + (($why.because // $why.signal // "")
     + (if $why.quote then ": “" + ($why.quote | gsub("[[:space:]]+"; " ")) + "”" else "" end)))'

printf '\nThree people to ask\n\n'
head -n 3 outputs/leads/referrals.jsonl | jq -r '"· \(.sentence)"'

printf '\nWhat went where (in = kept + merged + rejected + suppressed)\n\n'
jq -r --slurp "$tables"'
  (("filter" | fit(22)) + (["in", "kept", "merged", "rejected", "suppressed", "derived"] | map(fit(11)) | add)),
  (.[] | (.filter | fit(22)) + ([.in, .kept, .merged, .rejected, .suppressed, .derived] | map("\(.)" | fit(11)) | add))
  ' outputs/reports/counts.jsonl
jq -e --slurp 'all(.in == .kept + .merged + .rejected + .suppressed)' outputs/reports/counts.jsonl >/dev/null

cat <<END

Where it lies: $dir/outputs
  leads/leads.jsonl       ranked leads, each with its reasons
  leads/referrals.jsonl   whom to ask for whom
  templates/drafts.jsonl  drafts to review and send
  crm/                    files that the CRM imports
  reports/                counts, and what was rejected and why
END
