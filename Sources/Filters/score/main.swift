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
  var models: [ScoreModel] = []
  do {
    let icp = try run.value("icp").map { try SettingReader.read(try run.readFile($0), file: $0) }
    for name in names {
      let bytes = try BuiltIn.file(.models, name) ?? run.readFile(name, limit: 8 << 20)
      models.append(try ScoreModel(bytes, file: name, icp: icp))
    }
  } catch let error as RuleError {
    throw Failure(.configuration, "\(error)")
  }
  let scorer = Scorer(models, today: run.now.date.dayNumber)
  try run.mapRecords(worker: { (Scorer.Scratch(), [UInt8]()) }) { state, record, out in
    if scorer.line(of: record, into: &state.1, &state.0) {
      out.write(line: state.1)
    } else {
      scorer.apply(to: &record, &state.0)
      out.write(record)
    }
  }
}
