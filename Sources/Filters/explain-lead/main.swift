// explain-lead: a lead with the lines of the messages that made it one.
import Command
import JSONLines
import Leads

let command = Command(
  name: "explain-lead",
  summary: "show the lines of the messages behind each judgement of a lead",
  operands: "lead file ...")

command.main { run in
  guard let name = run.operands.first, run.operands.count > 1 else {
    throw Failure(.usage, "a lead and the files to look in are needed")
  }
  let files = run.operands.dropFirst()
  var found: [Explanation] = []
  for file in files {
    try run.readRecords(file: file) { record in
      if Explanation.matches(record, name) { found.append(Explanation(record)) }
    }
  }
  guard !found.isEmpty else { throw Failure(.data, "no lead is called '\(name)'") }
  for file in files {
    try run.readRecords(file: file) { record in
      for index in found.indices { found[index].add(record) }
    }
  }
  for (index, explanation) in found.enumerated() {
    if index > 0 { try run.output.write(text: "\n") }
    for line in explanation.lines { try run.output.write(text: line + "\n") }
  }
}
