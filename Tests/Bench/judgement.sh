#!/bin/sh
# judgement.sh [CONVERSATIONS]: precision, recall and F1 per label of the built-in rules, with confusion tables, on labelled
# conversations. Of those that KITH_CONFORMANCE names every fourth one is kept apart: rules are made on the others. Those in
# mailboxes are invented, and neither rules nor models were made on them.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${1:-${KITH_CONFORMANCE:-}/conversations/dev.jsonl}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# report NAME: how the labelled conversations of the standard input are judged.
report() {
  cat >"$scratch/gold"
  jq -c 'del(.labels, .stage, .note, .messages[].reply_class)' "$scratch/gold" >"$scratch/bare"
  classify --quiet --rules funnel "$scratch/bare" | classify --quiet --rules reply >"$scratch/judged"
  printf '%s, %s conversations\n\n' "$1" "$(wc -l <"$scratch/gold" | tr -d ' ')"
  jq -n -r --slurpfile gold "$scratch/gold" --slurpfile judged "$scratch/judged" -f "$here/judgement.jq"
}

if [ $# -gt 0 ] || [ -r "$data" ]; then
  awk 'NR % 4 != 0' "$data" | report 'open part'
  awk 'NR % 4 == 0' "$data" | report 'locked part'
fi
[ $# -eq 0 ] || exit 0
cat "$here"/mailboxes/*.jsonl | report 'invented mailboxes'

# The trainer on sentences that ask for or promise something: the mean F1 of five five-fold cross-validations.
intent=${KITH_CONFORMANCE:-}/intent/train.tsv
[ -r "$intent" ] || exit 0
jq -R -c 'split("\t") | {label: .[0], text: .[1], source: {}}' "$intent" |
  train-classifier --quiet --cross-validate 5 --rounds 5 --positive Yes --words 3 --letters 0 --fit 5 | tail -n 1 |
  jq -r '"intent, \(.texts) sentences, \(.rounds) rounds: mean F1 \(.f1)"'
