// score: points by models that a person can read and change, with every point explained.
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
    Option("icp", argument: "FILE", help: "the ideal customer profile that models ask about"),
    Option("print-model", argument: "NAME", help: "print a built-in model"),
  ],
  common: [.now])

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
  let scorer: Scorer
  let makeScorer: @Sendable () throws -> Scorer
  do {
    let icp = try run.value("icp").map { try SettingReader.read(try run.readFile($0), file: $0) }
    let files = try names.map { (name: $0, bytes: try BuiltIn.file(.models, $0) ?? run.readFile($0, limit: 8 << 20)) }
    let today = run.now.date.dayNumber
    makeScorer = { Scorer(try files.map { try ScoreModel($0.bytes, file: $0.name, icp: icp) }, today: today) }
    scorer = try makeScorer()
  } catch let error as RuleError {
    throw Failure(.configuration, "\(error)")
  }
  // Each thread compiles models of its own: threads that share them would spend their time on counting references.
  try run.mapRecords(worker: { (Scorer.Scratch(), (try? makeScorer()) ?? scorer) }) { state, record, out in
    if state.1.isFirstScore(of: record) {
      out.write { state.1.write(scored: record, to: &$0, &state.0) }
    } else {
      state.1.apply(to: &record, &state.0)
      out.write(record)
    }
  }
}
