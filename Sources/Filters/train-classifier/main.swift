// train-classifier: learns labels of texts from examples; the model is what classify --model reads.
import Command
import Rules

let command = Command(
  name: "train-classifier", summary: "learn to label texts from corrected examples",
  options: [
    Option("labels", argument: "FILE", help: "corrections: records with id and label, which name records of the input"),
    Option("rules", short: "r", argument: "NAME|FILE", help: "names of the rules that hold are features too"),
    Option("name", argument: "NAME", help: "the model's name in evidence (default: model)"),
    Option("about", argument: "TEXT", help: "what it was trained on, for people"),
    Option("words", argument: "N", help: "look at runs of up to N words (default 2)"),
    Option("letters", argument: "N-M", help: "look at runs of N to M letters, 0 for none (default 3-4)"),
    Option("shapes", argument: "N", help: "look at runs of up to N words, months and names alike (default 0)"),
    Option("context", help: "look at what was written just before and after too"),
    Option("fit", argument: "N", help: "how closely to follow the examples (default 10)"),
    Option("balance", argument: "P", help: "bring rare labels up to frequent ones: 0 not, 1 wholly (default 1)"),
    Option("bits", argument: "N", help: "hash the features into 2^N buckets (default 18)"),
    Option("minimum", argument: "N", help: "leave out features that occur in fewer texts (default 1)"),
    Option("threshold", argument: "P", help: "below this probability the answer is unclear (default 0)"),
    Option("positive", argument: "LABEL", help: "tell only this label from the other, with a tuned threshold"),
    Option("cross-validate", argument: "N", help: "print how well N parts judge each other, and no model"),
    Option("votes", argument: "NAME", help: "learn what the votes of classify --votes are worth, not texts"),
    Option("several", help: "of votes: several labels may hold, those of the list labels; learn each for itself"),
    Option("rounds", argument: "N", help: "divide anew so many times when cross-validating (default 1)"),
  ],
  common: [])

command.main { run in
  guard run.value("votes") != nil || !run.flag("several") else {
    throw Failure(.usage, "--several is for --votes, as a text bears one label")
  }
  let settings = try TrainingSettings(run)
  var corrections = Corrections()
  var faulty = 0
  if let labels = run.value("labels") {
    try run.readRecords(file: labels) { if !corrections.add($0) { faulty += 1 } }
  }
  if faulty > 0 { run.warn("corrections without an id or a label: \(faulty)") }
  if let scalar = run.value("votes") {
    try settings.learnVotes(for: scalar, corrections, run)
  } else {
    try settings.learnTexts(corrections, run)
  }
}
