// check-rules: compiles rule files and runs the examples that stand beside their rules.
import Command
import JSONLines
import Learned
import Rules

let command = Command(
  name: "check-rules", summary: "check rule files and run their examples", operands: "[NAME|FILE ...]",
  options: [
    Option("count", help: "print how many rules and examples each file has"),
    Option("learned", argument: "NAME=FILE", repeats: true, help: "something learned that rules ask by that name"),
    Option("patterns", help: "print what is looked for in texts, in RE2 syntax, a pattern a line"),
  ])

command.main { run in
  let learned = LearnedFiles.builtIn(try run.namedFiles("learned"))
  var failed = 0
  for name in run.operands.isEmpty ? BuiltIn.names(.rules) : run.operands {
    let bytes = try BuiltIn.file(.rules, name) ?? run.readFile(name, limit: 8 << 20)
    let rules: RuleFile
    do {
      rules = try RuleFile(bytes, file: name, learned: learned)
    } catch {
      run.say("\(error)")
      failed += 1
      continue
    }
    let errors = rules.failedExamples()
    for error in errors { run.say("\(error)") }
    let unknown = rules.unknownVotes
    if let first = unknown.first {
      run.say(
        "\(name): votes that say nothing, as their weights do not know them: \(unknown.count), such as \"\(first)\"")
    }
    failed += errors.count
    if run.flag("patterns") {
      for pattern in rules.textPatterns { try run.output.write(bytes: Array((pattern + "\n").utf8)[...], lines: 1) }
    }
    guard run.flag("count") else { continue }
    try run.output.write([
      "file": .string(name), "rules": JSON(rules.rules.count),
      "examples": JSON(rules.rules.reduce(0) { $0 + $1.examples.count }), "failed": JSON(errors.count),
    ])
  }
  if failed > 0 { throw Failure(.data, failed == 1 ? "one fault found" : "\(failed) faults found") }
}
