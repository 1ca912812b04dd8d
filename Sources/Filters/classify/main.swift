// classify: says what conversations and messages are, by rules that a person can read and change.
import Command
import JSONLines
import Rules

let command = Command(
  name: "classify", summary: "label conversations and messages by rules, with the words that prove it",
  options: [
    Option("rules", short: "r", argument: "NAME|FILE", help: "the rules: funnel, reply or a file, kith-rules(5)"),
    Option("print-rules", argument: "NAME", help: "print a built-in rule file"),
  ],
  common: [.now])

command.main { run in
  if let name = run.value("print-rules") {
    guard let bytes = BuiltIn.file(.rules, name) else {
      throw Failure(.usage, "no built-in rules '\(name)' (there are: \(BuiltIn.names(.rules).joined(separator: ", ")))")
    }
    return try run.output.write(bytes: bytes[...], lines: 0)
  }
  let name = try run.required("rules")
  let bytes = try BuiltIn.file(.rules, name) ?? run.readFile(name, limit: 8 << 20)
  let rules: RuleFile
  do {
    rules = try RuleFile(bytes, file: name)
  } catch {
    throw Failure(.configuration, "\(error)")
  }
  let classification = Classification(rules, today: run.now.date.dayNumber)
  try run.mapRecords { record, out in
    classification.apply(to: &record)
    out.write(record)
  }
}
