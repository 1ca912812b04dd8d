// detect-moves: who changed company, was promoted, left, or now hires, with the evidence.
import Careers
import Command

let command = Command(
  name: "detect-moves", summary: "find changes of careers in united people", operands: "[people.jsonl ...]",
  options: [Option("least", argument: "N", help: "only signals of at least this confidence, 0 to 1 (default 0.5)")])

command.main { run in
  let least = run.value("least").flatMap { Double($0) } ?? 0.5
  guard (0...1).contains(least) else { throw Failure(.usage, "option '--least' takes a number from 0 to 1") }
  var book = CareerBook()
  try run.forEachRecord { record in
    guard book.add(record) else { throw BadRecord("people must come before the messages") }
  }
  for signal in book.signals() where signal.confidence >= least {
    try run.output.write(signal.record)
    run.counts.derived += 1
  }
  for circle in book.acquaintances() where circle.confidence >= least {
    try run.output.write(circle.record)
    run.counts.derived += 1
  }
}
