#!/bin/sh
# learned-models.sh [FOLDER]: trains the built-in learned models from pipelines/config/phrasebook into
# pipelines/config/classifiers, or into FOLDER. All examples are invented.
set -eu
config=$(CDPATH='' cd -- "$(dirname -- "$0")/config" && pwd)
out=${1:-$config/classifiers}
book=$config/phrasebook
parts=$(mktemp -d)
trap 'rm -rf "$parts"' EXIT

# records FILTER [FILE ...]: labelled texts from lines of columns.
records() {
  filter=$1
  shift
  jq -R -c "split(\"\t\") | $filter | .source = {}" "$@"
}

train() {
  train-classifier --quiet --about "invented utterances and exchanges: pipelines/config/phrasebook" "$@"
}

# threads KIND THIRD FILE ...: what is in the threads of files: answers or the utterances in them, without a third of the
# threads (-1: with all), or that third's conversations.
threads() {
  kind=$1
  third=$2
  shift 2
  for file; do
    jq -R -n -c -L "$config/.." "include \"phrasebook\"; $kind($third) | .source = {}" "$file"
  done
}

# mailboxes THIRD COMPARISON: the conversations of the mailboxes, as they stand there with signatures, quotations and
# attachments, of which the number is (==) or is not (!=) of that third; replies bear their class as their label.
mailboxes() {
  jq -c "select((.id | split(\"-\")[1] | tonumber) % 3 $2 $1) | {type: \"conversation\"} + del(.stage, .note)
    | .messages |= map(if .reply_class then . + {label: .reply_class} | del(.reply_class) else . end)" "$book"/mailboxes/*.jsonl
}

# theirs THIRD: what an utterance of the other side says.
theirs() {
  {
    records '{label: .[0], text: .[1]}' "$book/theirs.tsv" "$book"/utterances/*.tsv
    threads utterances "$1" "$book/threads.txt" "$book"/conversations/*.txt
  } | train --name theirs --minimum 3 --shapes 3 --fit 20 --bits 21
}

# replies THIRD: what class of reply a whole message is. Lone utterances are no whole messages, so they count less.
replies() {
  {
    classes=$(jq -R -n -c '[inputs | split("\t") | {(.[0]): .[1]}] | add' "$book/classes.tsv")
    records "{label: ($classes)[.[0]], text: .[1], weight: 0.2}" "$book/theirs.tsv" "$book"/utterances/*.tsv
    records '{label: .[0], before: .[1], text: .[2], after: .[3]}' "$book/exchanges.tsv"
    threads answers "$1" "$book/threads.txt" "$book/talks.txt" "$book"/conversations/*.txt
    mailboxes "$1" '!='
  } | train --name replies --minimum 3 --letters 3-5 --shapes 3 --context --fit 60 --bits 21 --balance 0
}

# votes RULES: what the models of a third and the rules of that name vote on the conversations of the standard input.
votes() {
  classify --quiet --rules "$1" --votes --learned ours="$out/ours.json" --learned theirs="$parts/theirs.json" \
    --learned replies="$parts/replies.json"
}

# What votes are worth is learned from conversations that the models which vote have not seen.
ballots() {
  for third in 0 1 2; do
    theirs "$third" >"$parts/theirs.json"
    replies "$third" >"$parts/replies.json"
    threads conversations "$third" "$book"/conversations/*.txt | votes reply >>"$parts/reply-ballots"
    # What stands in a mailbox counts more than bare lines.
    mailboxes "$third" '==' | jq -c '.messages |= map(if .label then .weight = 20 else . end)' |
      votes reply >>"$parts/reply-ballots"
    mailboxes "$third" '==' | votes funnel >>"$parts/signal-ballots"
  done
}

theirs -1 >"$out/theirs.json"
replies -1 >"$out/replies.json"
records '{label: .[0], text: .[1]}' "$book/ours.tsv" | train --name ours --minimum 2 --fit 20 >"$out/ours.json"
ballots
train --name reply-votes --votes reply_class --fit 0.02 "$parts/reply-ballots" >"$out/reply-votes.json"
train --name signal-votes --votes signals --several --fit 0.15 "$parts/signal-ballots" >"$out/signal-votes.json"
