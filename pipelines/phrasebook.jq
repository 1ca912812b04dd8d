# Turns the threads of pipelines/config/phrasebook (threads.txt, talks.txt, conversations/*.txt), read raw, into labelled texts.
# A line is `> what we wrote`, or a class of reply and what they wrote; an empty line ends a thread. `{label}` says what the
# words behind it are, up to the next mark; `{}` ends a mark.

# What an answer without marks says as a whole.
def plain:
  {interested: "yes", question: "question", objection: "objection", deferral: "later", referral: "refer",
   not_interested: "declined", bad_fit: "bad_fit", opt_out: "opt_out", out_of_office: "away", left_company: "moved",
   bounce: "bounce", unclear: "neutral"};

def unmarked: gsub("\\{\\w*\\} ?"; "") | gsub("^ +| +$"; "");

# Threads as lists of {class, text}; the class of what we wrote is ">".
def threads: [inputs] | join("\n") | split("\n\n") | map(split("\n") | map(select(length > 0)
  | capture("^(?<class>\\S+) (?<text>.*)$")) | select(length > 0));

# The threads but for one third of them, the one that stands out by `$left_out`; none is left out by -1.
def kept($left_out): threads | to_entries | map(select(.key % 3 != $left_out).value);

# Each answer with its class, and what we wrote just before and after it.
def answers($left_out): kept($left_out)[] | . as $thread | range(length) | . as $place | $thread[$place]
  | select(.class != ">")
  | {label: .class, text: (.text | unmarked),
     before: (if $place > 0 and $thread[$place - 1].class == ">" then $thread[$place - 1].text | unmarked else "" end),
     after: (if $thread[$place + 1].class == ">" then $thread[$place + 1].text | unmarked else "" end)};

# The utterances of the answers with what each says.
def utterances($left_out): kept($left_out)[][] | select(.class != ">") | . as $answer
  | if .text | test("\\{") then
      .text | split("{") | {label: "neutral", text: .[0]},
        (.[1:][] | split("}") | {label: (if .[0] == "" then "neutral" else .[0] end), text: .[1]})
    else {label: plain[$answer.class], text} end
  | .text |= gsub("^ +| +$"; "") | select(.text | length > 0);

# The third that is left out as conversations whose messages bear the class as their label.
def conversations($left_out): threads | to_entries[] | select(.key % 3 == $left_out)
  | {type: "conversation", id: "\(.key)", source: {}, own_domains: ["agency.example"],
     messages: (.value | map({text: (.text | unmarked), attachments: []}
       + if .class == ">" then {from: {email: "we@agency.example"}, to: [{email: "they@client.example"}]}
         else {label: .class, from: {email: "they@client.example"}, to: [{email: "we@agency.example"}]} end))};
