// review-matches: a person decides pairs of records, one after the other.
import Bytes
import Command
import JSONLines
import Resolution

let command = Command(
  name: "review-matches", summary: "decide pairs of records that could be one", operands: "review.jsonl",
  options: [
    Option("decisions", argument: "FILE", help: "append what is decided to FILE"),
    Option("width", argument: "COLUMNS", help: "how wide the terminal is (default 80)"),
  ])

/// The pairs of the decisions that the file at `path` holds already; none when there is no such file.
func decided(_ run: Run, _ path: String) throws -> Set<[String]> {
  var pairs: Set<[String]> = []
  guard FileSystem.modified(path) != nil else { return pairs }
  try run.readRecords(file: path) { record in
    if let left = record.string("a"), let right = record.string("b") { pairs.insert([left, right].sorted()) }
  }
  return pairs
}

/// What a key means; nil for other keys.
func decision(_ answer: String) -> String? {
  switch answer.lowercased() {
  case "y", "yes": "same"
  case "n", "no": "different"
  case "u", "unsure": "unsure"
  default: nil
  }
}

/// Shows one pair and asks until it is answered; nil when the person stops.
func ask(_ run: Run, _ pair: Record, _ width: Int) throws -> String? {
  let records = pair.json("records")?.array ?? []
  guard records.count == 2, let left = records[0].object, let right = records[1].object else {
    throw BadRecord("member 'records' with both records is missing")
  }
  try run.output.write(text: "\n" + SideBySide.text(left, right, width: width))
  let weight = pair.number("weight") ?? "?"
  try run.output.write(text: "\(pair.string("reason") ?? ""), \(weight) bits\n")
  while true {
    try run.output.write(text: "one? y/n/u (unsure)/q (quit) ")
    try run.output.flush()
    guard let answer = readLine(), answer != "q" else { return nil }
    if let decision = decision(answer) { return decision }
  }
}

command.main { run in
  let path = try run.required("decisions")
  guard run.operands.count == 1, run.operands[0] != "-" else {
    throw Failure(.usage, "one file of pairs is needed, as dedupe --review writes it; answers come from standard input")
  }
  let width = try run.int("width", minimum: 40) ?? 80
  var known = try decided(run, path)
  let decisions = Output(try FileHandle.appending(path))
  var isDone = false
  try run.forEachRecord { pair in
    guard !isDone, let left = pair.string("a"), let right = pair.string("b") else { return }
    guard known.insert([left, right].sorted()).inserted else { return }
    guard let decision = try ask(run, pair, width) else {
      isDone = true
      return
    }
    try decisions.write(["decision": .string(decision), "a": .string(left), "b": .string(right)])
    // Each answer is kept at once: who stops has lost nothing.
    try decisions.flush()
  }
  try run.output.write(text: "\n")
}
