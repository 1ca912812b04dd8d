// diff-scores: who moved between two runs of score, and which points made it.
import Command
import JSONLines
import Rules
import Scoring

let command = Command(
  name: "diff-scores", summary: "tell whose score changed between two runs, and which points made it",
  operands: "before after",
  options: [
    Option("model", short: "m", argument: "NAME", help: "compare scores.NAME (default: the record's own score)"),
    Option("least", argument: "POINTS", help: "leave out smaller changes that keep the tier"),
  ])

command.main { run in
  guard run.operands.count == 2 else { throw Failure(.usage, "two files are needed: before and after") }
  let least = run.value("least") ?? "0"
  guard let least = Decimal(least), !(least < .zero) else {
    throw Failure(.usage, "'--least \(least)' is no number of points")
  }
  var comparison = ScoreComparison(model: run.value("model"))
  func count(_ isScored: Bool) {
    run.counts.read += 1
    if isScored { run.counts.merged += 1 } else { run.counts.suppressed += 1 }
  }
  try run.readRecords(file: run.operands[0]) { count(comparison.add(before: $0)) }
  try run.readRecords(file: run.operands[1]) { count(comparison.add(after: $0)) }
  if run.counts.suppressed > 0 {
    run.warn(
      "records without an id or a score\(run.value("model").map { " by \($0)" } ?? ""): \(run.counts.suppressed)")
  }
  for change in comparison.changes(least: least) {
    try run.output.write(change)
    run.counts.derived += 1
  }
}
