import Command
import Learned
import Learning
import Rules

/// What the options say.
struct TrainingSettings {
  let trainer: LogisticTrainer
  let votes: VoteTrainer
  let rules: RuleFile?
  let name: String
  let about: String
  let threshold: Float?
  let positive: String?
  let folds: Int?
  let rounds: Int

  init(_ run: Run) throws {
    var trainer = LogisticTrainer(
      spec: FeatureSpec(
        words: min(5, try run.int("words", minimum: 0) ?? 2), letters: try Self.letters(run.value("letters")),
        shapes: min(5, try run.int("shapes", minimum: 0) ?? 0), context: run.flag("context"),
        bits: min(22, try run.int("bits", minimum: 10) ?? 18)))
    let fit = try Self.number(run, "fit")
    let balance = try Self.number(run, "balance", most: 1)
    let minimum = try run.int("minimum", minimum: 1) ?? 1
    trainer.fit = fit ?? 10
    trainer.balance = balance ?? 1
    trainer.minimum = minimum
    self.trainer = trainer
    var votes = VoteTrainer()
    votes.fit = fit ?? 1
    votes.balance = balance ?? 0
    votes.minimum = minimum
    votes.several = run.flag("several")
    self.votes = votes
    rules = try run.value("rules").map { try Self.rules($0, run) }
    name = run.value("name") ?? "model"
    about = run.value("about") ?? ""
    threshold = try Self.number(run, "threshold", most: 1)
    positive = run.value("positive")
    folds = try run.int("cross-validate", minimum: 2)
    rounds = try run.int("rounds", minimum: 1) ?? 1
  }

  private static func letters(_ text: String?) throws(Failure) -> ClosedRange<Int>? {
    guard let text else { return 3...4 }
    if text == "0" { return nil }
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 2, let low = parts[0], let high = parts[1], low >= 1, low <= high, high <= 8 else {
      throw Failure(.usage, "--letters: expected two numbers of 1 to 8 such as 3-4, or 0, not '\(text)'")
    }
    return low...high
  }

  private static func number(_ run: Run, _ option: String, most: Float = 1e6) throws(Failure) -> Float? {
    guard let text = run.value(option) else { return nil }
    guard let number = Float(text), number >= 0, number <= most else {
      throw Failure(.usage, "--\(option): expected a number from 0 to \(Int(most)), not '\(text)'")
    }
    return number
  }

  private static func rules(_ name: String, _ run: Run) throws -> RuleFile {
    let bytes = try BuiltIn.file(.rules, name) ?? run.readFile(name, limit: 8 << 20)
    do {
      return try RuleFile(bytes, file: name, learned: .builtIn())
    } catch {
      throw Failure(.configuration, "\(error)")
    }
  }
}
