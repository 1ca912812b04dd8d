#!/bin/sh
# learned-models.sh [FOLDER]: trains the built-in learned models from pipelines/config/phrasebook into
# pipelines/config/classifiers, or into FOLDER. All examples are invented.
set -eu
config=$(CDPATH='' cd -- "$(dirname -- "$0")/config" && pwd)
out=${1:-$config/classifiers}

# records FILTER [FILE ...]: labelled texts from lines of columns.
records() {
  filter=$1
  shift
  jq -R -c "split(\"\t\") | $filter | .source = {}" "$@"
}

train() {
  train-classifier --quiet --about "invented utterances and exchanges: pipelines/config/phrasebook" "$@"
}

# threads KIND FILE ...: labelled texts from the threads of files: answers, or the utterances in them.
threads() {
  kind=$1
  shift
  for file; do
    jq -R -n -c -L "$config/.." "include \"phrasebook\"; $kind | .source = {}" "$file"
  done
}

{
  records '{label: .[0], text: .[1]}' "$config/phrasebook/theirs.tsv" "$config"/phrasebook/utterances/*.tsv
  threads utterances "$config/phrasebook/threads.txt" "$config"/phrasebook/conversations/*.txt
} | train --name theirs --minimum 3 --shapes 3 --fit 20 --bits 21 >"$out/theirs.json"
records '{label: .[0], text: .[1]}' "$config/phrasebook/ours.tsv" | train --name ours --minimum 2 --fit 20 >"$out/ours.json"
{
  # A whole message is judged as the class of reply that its utterance belongs to; lone utterances are no whole messages,
  # so they count less.
  classes=$(jq -R -n -c '[inputs | split("\t") | {(.[0]): .[1]}] | add' "$config/phrasebook/classes.tsv")
  records "{label: ($classes)[.[0]], text: .[1], weight: 0.2}" "$config/phrasebook/theirs.tsv" \
    "$config"/phrasebook/utterances/*.tsv
  records '{label: .[0], before: .[1], text: .[2], after: .[3]}' "$config/phrasebook/exchanges.tsv"
  threads answers "$config/phrasebook/threads.txt" "$config/phrasebook/talks.txt" \
    "$config"/phrasebook/conversations/*.txt
} | train --name replies --minimum 3 --letters 3-5 --shapes 3 --context --fit 60 --bits 21 --balance 0.5 >"$out/replies.json"
