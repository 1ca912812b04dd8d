# Compares judged conversations with labelled ones.
def pad(n): . + (" " * (n - length) // "");
def lead(n): (" " * (n - length) // "") + .;
def ratio(a; b): if b == 0 then 0 else a / b end;
def show: . * 1000 | round / 1000 | tostring;

# From pairs of label lists: right, wrong and missed of each label.
def tally(pairs):
  reduce pairs as $pair ({};
    reduce (($pair.gold + $pair.judged) | unique[]) as $name (.;
      .[$name] |= (. // {right: 0, wrong: 0, missed: 0})
      | if ($pair.gold | index($name)) and ($pair.judged | index($name)) then .[$name].right += 1
        elif $pair.judged | index($name) then .[$name].wrong += 1
        else .[$name].missed += 1 end));

def f1: ratio(2 * .right; 2 * .right + .wrong + .missed);

def table($title):
  . as $counts
  | ($title | pad(24)) + "precision  recall      F1   right  wrong  missed",
    (keys[] as $name | $counts[$name]
     | ($name | pad(24)) + (ratio(.right; .right + .wrong) | show | lead(9)) + (ratio(.right; .right + .missed) | show | lead(8))
       + (f1 | show | lead(8)) + (.right | tostring | lead(8)) + (.wrong | tostring | lead(7))
       + (.missed | tostring | lead(8))),
    "macro-F1 " + ([.[] | select(.right + .missed > 0) | f1] | ratio(add; length) | show);

def confusion($pairs):
  ([$pairs[] | .gold, .judged] | unique) as $labels
  | "labelled \\ judged" as $corner
  | ($corner | pad(18)) + ([$labels[] | lead(16)] | add),
    ($labels[] as $row
     | ($row | pad(18))
       + ([$labels[] as $column | [$pairs[] | select(.gold == $row and .judged == $column)] | length
           | if . == 0 then "·" else tostring end | lead(16)] | add)),
    "accuracy " + (ratio([$pairs[] | select(.gold == .judged)] | length; $pairs | length) | show);

[range($gold | length) | {gold: $gold[.], judged: $judged[.]}] as $both
| ($both | map({gold: [.gold.labels[].label] | unique, judged: .judged.signals})) as $signals
| ($both | map({gold: .gold.stage, judged: .judged.stage})) as $stages
| ([$both[] | . as $one | range($one.gold.messages | length)
    | {gold: $one.gold.messages[.].reply_class, judged: $one.judged.messages[.].reply_class} | select(.gold)]) as $replies
| (tally($signals[]) | table("signal")), "",
  confusion($stages), "",
  (tally($replies[] | {gold: [.gold], judged: [.judged]}) | table("reply class")), "",
  confusion($replies), ""
