// score: points by models that a person can read and change, with every point explained.
import Bytes
import Command
import JSONLines
import Rules
import Scoring

let command = Command(
  name: "score", summary: "score records by models, with every point explained",
  options: [
    Option(
      "model", short: "m", argument: "NAME|FILE", repeats: true,
      help: "a model: leadscore, outreach, points, trust or a file, kith-models(5)"),
    Option("icp", argument: "FILE", repeats: true, help: "ideal customer profiles that models ask about"),
    Option("history", argument: "FILE", help: "append what was scored to FILE, for rescore(1)"),
    Option("print-model", argument: "NAME", help: "print a built-in model"),
  ],
  common: [.now])

/// Scores in the order of the input and appends each record's scores to the history.
func scoreWithHistory(_ run: Run, _ scorer: Scorer, _ history: ScoreHistory, _ file: String) throws {
  let log = Output(try FileHandle.appending(file))
  var scratch = Scorer.Scratch()
  try run.forEachRecord { record in
    let facts = FactsDigest.of(record)
    scorer.apply(to: &record, &scratch)
    try run.output.write(record)
    for entry in history.entries(record, facts: facts) { try log.write(entry) }
  }
  try log.flush()
}

command.main { run in
  if let name = run.value("print-model") {
    guard let bytes = BuiltIn.file(.models, name) else {
      throw Failure(
        .usage, "no built-in model '\(name)' (there are: \(BuiltIn.names(.models).joined(separator: ", ")))")
    }
    return try run.output.write(bytes: bytes[...], lines: 0)
  }
  let names = run.values("model")
  guard !names.isEmpty else { throw Failure(.usage, "option '--model' is required") }
  let today = run.now.date.dayNumber
  let sources: ModelSources
  let models: [ScoreModel]
  do {
    sources = try ModelSources(models: names, profiles: run.values("icp")) { try run.readFile($0, limit: 8 << 20) }
    models = try sources.compiled()
  } catch let error as RuleError {
    throw Failure(.configuration, "\(error)")
  }
  let scorer = Scorer(models, today: today)
  if let file = run.value("history") {
    return try scoreWithHistory(run, scorer, ScoreHistory(models, now: run.now), file)
  }
  // Each thread compiles models of its own: threads that share them would spend their time on counting references.
  let makeScorer: @Sendable () -> Scorer = { (try? sources.compiled()).map { Scorer($0, today: today) } ?? scorer }
  try run.mapRecords(worker: { (Scorer.Scratch(), makeScorer()) }) { state, record, out in
    if state.1.isFirstScore(of: record) {
      out.write { state.1.write(scored: record, to: &$0, &state.0) }
    } else {
      state.1.apply(to: &record, &state.0)
      out.write(record)
    }
  }
}
