// rescore: picks the records whose score is out of date.
import Calendar
import Command
import JSONLines
import Rules
import Scoring

let command = Command(
  name: "rescore", summary: "pick the records to score again: model, profile or facts changed, or long ago",
  options: [
    Option("history", argument: "FILE", help: "what score(1) appended (required)"),
    Option(
      "model", short: "m", argument: "NAME|FILE", repeats: true, help: "a model that is to score them (required)"),
    Option("icp", argument: "FILE", repeats: true, help: "ideal customer profiles that models ask about"),
    Option("stale", argument: "AGE", help: "score again what is older, such as 7d or 1m"),
  ],
  common: [.now])

command.main { run in
  let history = try run.required("history")
  _ = try run.required("model")
  let limit = try run.value("stale").map { text in
    do { return try CalendarDuration(text) } catch { throw Failure(.usage, "'--stale \(text)' is no age such as 7d") }
  }
  var rescoring: Rescoring
  do {
    let sources = try ModelSources(models: run.values("model"), profiles: run.values("icp")) {
      try run.readFile($0, limit: 8 << 20)
    }
    rescoring = Rescoring(try sources.compiled(), now: run.now, limit: limit)
  } catch let error as RuleError {
    throw Failure(.configuration, "\(error)")
  }
  try run.readRecords(file: history) { rescoring.add($0) }
  var reasons: [Rescoring.Reason: Int] = [:]
  try run.forEachRecord { record in
    guard let reason = rescoring.reason(record) else {
      run.counts.suppressed += 1
      return
    }
    reasons[reason, default: 0] += 1
    try run.output.write(record)
  }
  let told = Rescoring.Reason.allCases.compactMap { reason in reasons[reason].map { "\(reason.rawValue) \($0)" } }
  run.warn("to score again: \(told.isEmpty ? "none" : told.joined(separator: ", "))")
}
