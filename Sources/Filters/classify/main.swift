// classify: says what conversations and messages are, by rules that a person can read and change, or by a learned model.
import Command
import JSONLines
import Learned
import Learning
import Rules

let command = Command(
  name: "classify", summary: "label conversations and messages by rules, with the words that prove it",
  options: [
    Option("rules", short: "r", argument: "NAME|FILE", help: "the rules: funnel, reply or a file, kith-rules(5)"),
    Option("model", short: "m", argument: "NAME|FILE", help: "a learned model of train-classifier instead of rules"),
    Option("member", argument: "NAME", help: "the member that a model's label goes to (default label)"),
    Option("learned", argument: "NAME=FILE", repeats: true, help: "something learned that rules ask by that name"),
    Option("votes", help: "write what the votes were, for train-classifier --votes"),
    Option("map", argument: "NAME", help: "write a coarser set too: of reply, outcome or response"),
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
  guard run.value("model") == nil || run.value("rules") == nil else {
    throw Failure(.usage, "--rules and --model exclude each other")
  }
  if let name = run.value("model") { return try judge(by: name, run) }
  let rules = try ruleFile(try run.required("rules"), run)
  let map = try run.value("map").map { name in
    guard let map = rules.maps.first(where: { $0.name == name }) else {
      throw Failure(
        .usage, "no map '\(name)' in '\(rules.name)' (there are: \(rules.maps.map(\.name).joined(separator: ", ")))")
    }
    return map
  }
  let classification = Classification(rules, today: run.now.date.dayNumber, map: map, writesVotes: run.flag("votes"))
  try run.mapRecords { record, out in
    classification.apply(to: &record)
    out.write(record)
  }
  tell(classification.longTexts, run)
}

/// Labels every message by a learned model.
func judge(by name: String, _ run: Run) throws {
  let bytes = try BuiltInLearned.file(name) ?? run.readFile(name, limit: 64 << 20)
  let model: LogisticModel
  do {
    model = try LogisticModel(bytes, file: name)
  } catch {
    throw Failure(.configuration, "\(error)")
  }
  let rules = try model.rules.map { try ruleFile($0, run) }
  let opinion = LearnedOpinion(model, rules: rules, member: run.value("member") ?? "label")
  try run.mapRecords { record, out in
    opinion.apply(to: &record)
    out.write(record)
  }
  tell(opinion.longTexts, run)
}

/// Says how many messages were too long to be judged as a whole.
func tell(_ longTexts: LongTexts, _ run: Run) {
  guard longTexts.count > 0 else { return }
  run.warn("judged only the first 64 KiB of longer texts: \(longTexts.count)")
}

/// The compiled rules of that name or file.
func ruleFile(_ name: String, _ run: Run) throws -> RuleFile {
  let builtIn = BuiltIn.file(.rules, name)
  let bytes = try builtIn ?? run.readFile(name, limit: 8 << 20)
  let learned = LearnedFiles.builtIn(try run.namedFiles("learned"), needsWeights: !run.flag("votes"))
  do {
    return try RuleFile(bytes, file: name, isBuiltIn: builtIn != nil, learned: learned)
  } catch {
    throw Failure(.configuration, "\(error)")
  }
}
