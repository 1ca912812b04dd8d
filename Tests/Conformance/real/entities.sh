#!/bin/sh
# Labelled record-linkage sets through dedupe, without labels or settings, and two with sixty labels drawn in the order of
# --review: precision, recall and F1 of pairs for each set, and a failure when one is below what was reached before.
# Usage: entities.sh FOLDER-OF-SUITES [SET...]
set -eu
sets="$1/entities"
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Lines of id, true entity and source (empty where all pairs count), sorted by id.
truth() {
  if jq -e .link_only "$sets/$1/meta.json" >/dev/null; then source=.src; else source='""'; fi
  jq -r "[.id, $source] | @tsv" "$sets/$1/records.jsonl" | LC_ALL=C sort >"$work/sources"
  tail -n +2 "$sets/$1/truth.csv" | tr -d '\r' | sed 's/,\([^,]*\)$/\t\1/' | LC_ALL=C sort |
    LC_ALL=C join -t "$(printf '\t')" - "$work/sources" >"$work/truth"
}

# Counts pairs within groups; those within one source do not count where sources are given.
judge() {
  LC_ALL=C sort | LC_ALL=C join -t "$(printf '\t')" "$work/truth" - | awk -F '\t' -v set="$1" -v floor="$2" '
    function add(group) { size[group]++; if ($3 != "") { part[group, $3]++ } }
    { add("t" $2); add("f" $4); add("b" $2 SUBSEP $4) }
    END {
      for (g in size) pairs[substr(g, 1, 1)] += size[g] * (size[g] - 1) / 2
      for (g in part) pairs[substr(g, 1, 1)] -= part[g] * (part[g] - 1) / 2
      precision = pairs["f"] ? pairs["b"] / pairs["f"] : 1
      recall = pairs["t"] ? pairs["b"] / pairs["t"] : 1
      f1 = precision + recall ? 2 * precision * recall / (precision + recall) : 0
      printf "%-50s precision %.4f  recall %.4f  F1 %.4f  (at least %.3f)\n", set, precision, recall, f1, floor
      exit f1 < floor
    }'
}

status=0
check() {
  set=$1 floor=$2
  shift 2
  truth "$set"
  dedupe --quiet --emit clusters "$@" "$sets/$set/records.jsonl" | jq -r '[.id, .cluster] | @tsv' |
    judge "$set $*" "$floor" || status=1
}

# The first sixty pairs to review, answered by the truth, and what dedupe makes of them.
check_with_labels() {
  set=$1 floor=$2
  shift 2
  truth "$set"
  dedupe --quiet "$@" --review "$work/review" --emit clusters "$sets/$set/records.jsonl" >"$work/clusters"
  head -60 "$work/review" | jq -r '[.a, .b] | @tsv' | awk -F '\t' -v truth="$work/truth" '
    BEGIN { while ((getline line <truth) > 0) { split(line, part, "\t"); entity[part[1]] = part[2] } }
    { print $1 "\t" $2 "\t" (entity[$1] == entity[$2] ? "same" : "different") }' |
    jq -cR 'split("\t") | {decision: .[2], a: .[0], b: .[1]}' >"$work/labels"
  dedupe --quiet "$@" --labels "$work/labels" --emit clusters "$sets/$set/records.jsonl" |
    jq -r '[.id, .cluster] | @tsv' | judge "$set $* with 60 labels" "$floor" || status=1
}

test $# -gt 0 || set -- restaurant fake_1000 dblp_acm febrl3 patstat b2b_50k
for set do
  case $set in
    restaurant)
      check "$set" 0.98 --auto --clean-source src
      check "$set" 0.915 --auto
      check_with_labels "$set" 0.99 --auto --clean-source src
      ;;
    fake_1000) check "$set" 0.97 --auto ;;
    dblp_acm)
      check "$set" 0.99 --auto --clean-source src
      check "$set" 0.955 --auto
      check_with_labels "$set" 0.99 --auto --clean-source src
      ;;
    febrl3) check "$set" 0.9999 --auto ;;
    patstat) check "$set" 0.965 --auto ;;
    b2b_50k)
      check "$set" 0.945 --entity person
      check "$set" 0.94 --auto
      ;;
    *) check "$set" 0 --auto ;;
  esac
done
exit "$status"
