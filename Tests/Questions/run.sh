#!/bin/sh
# run.sh WORKSPACE: asks the ten questions of kith(7) in a workspace where the pipeline ran, and holds the answers against
# what explain-lead(1) can trace and what was planted.
set -eu

workspace=$1
page=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)/man/man7/kith.7
cd "$workspace"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

awk '/^\.Ss Ten questions/ { on = 1 } /^\.Sh/ { on = 0 } on && sub(/^\$ /, "")' "$page" |
  sed 's/\\e/\\/g; s/\\-/-/g' >"$scratch/questions"
[ "$(wc -l <"$scratch/questions")" -eq 10 ] || { echo "kith(7) does not hold ten questions" >&2; exit 1; }

domain=$(jq -rn 'first(inputs | select(.domain and (.relationship.by | length) > 0) | .domain)' outputs/leads/leads.jsonl)
columns='4 4 3 4 4 4 3 3 3 4'
number=0
while IFS= read -r question; do
  number=$((number + 1))
  printf '%s\n' "$question" | sed "s/DOMAIN/$domain/" >"$scratch/question"
  sh -eu "$scratch/question" >"$scratch/answer.$number"
  wanted=$(echo "$columns" | cut -d' ' -f"$number")
  if ! awk -F'\t' -v n="$wanted" 'NF != n || $1 == "" { bad = 1 } END { exit bad || NR == 0 }' "$scratch/answer.$number"; then
    echo "question $number: no answer, or not in $wanted columns" >&2
    head -n 3 "$scratch/answer.$number" >&2
    exit 1
  fi
done <"$scratch/questions"

# The answers against other sources than the lines themselves.
fail() { echo "question $1: $2" >&2; exit 1; }
[ "$(wc -l <"$scratch/answer.2")" -eq 20 ] || fail 2 'not twenty leads'
sort -s -c -k1,1gr "$scratch/answer.2" || fail 2 'not in the order of the score'
cut -f1 "$scratch/answer.9" | sort -c || fail 9 'not in the order of time'
awk -F'\t' '$1 < 30 { exit 1 }' "$scratch/answer.4" || fail 4 'an answer within thirty days'
awk -F'\t' '$1 < 0 || $1 > 1 { exit 1 }' "$scratch/answer.7" || fail 7 'a strength beyond 0 and 1'
grep -Fq "$domain" outputs/leads/leads.jsonl || fail 7 'no such domain'
jq -r 'select(.fact == "moved" and .date >= "2024-06") | .name' truth.jsonl | sort -u >"$scratch/moved"
cut -f2 "$scratch/answer.6" | sort -u | comm -12 - "$scratch/moved" | grep -q . || fail 6 'nobody of those who moved'
jq -r 'select(.fact == "opening" and .signal == "candidate_now_hiring") | .name' truth.jsonl | sort -u >"$scratch/hiring"
cut -f1 "$scratch/answer.8" | sort -u | comm -12 - "$scratch/hiring" | grep -q . || fail 8 'nobody of those who hire'
# The mail that the last answer names holds the quoted words at that place of the archive's records.
jq -rn --arg quote "$(cut -f4 "$scratch/answer.10" | sed 's/\\n.*//')" --arg file "$(cut -f1 "$scratch/answer.10")" \
  'first(inputs | select(.source.file == $file and (.text | contains($quote))) | .id)' data/processed/mail.jsonl \
  data/processed/chats.jsonl data/processed/linkedin-messages.jsonl | grep -q . || fail 10 'no such mail'

explain-lead --check outputs/leads/leads.jsonl data/enriched/*.jsonl data/processed/mail.jsonl
echo "ten questions answered, $(wc -l <outputs/leads/leads.jsonl) leads traced"
