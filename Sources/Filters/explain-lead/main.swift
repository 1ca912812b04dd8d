// explain-lead: a lead with the lines of the messages that made it one.
import Command
import JSONLines
import Leads

let command = Command(
  name: "explain-lead",
  summary: "show the lines of the messages behind each judgement of a lead",
  operands: "[lead] file ...",
  options: [
    Option("all", help: "explain all leads; no LEAD is named"),
    Option("check", help: "only tell what cannot be traced, and exit with 1 when there is something; no LEAD is named"),
  ])

command.main { run in
  let isForAll = run.flag("all") || run.flag("check")
  guard run.operands.count > (isForAll ? 0 : 1), let name = run.operands.first else {
    throw Failure(.usage, isForAll ? "the files to look in are needed" : "a lead and the files to look in are needed")
  }
  let files = isForAll ? run.operands[...] : run.operands.dropFirst()
  var leads: [Record] = []
  var citations = Citations()
  for file in files {
    try run.readRecords(file: file) { record in
      guard isForAll ? record.string("type") == "lead" : Explanation.matches(record, name) else { return }
      citations.want(record)
      leads.append(record)
    }
  }
  guard isForAll || !leads.isEmpty else { throw Failure(.data, "no lead is called '\(name)'") }
  for file in files { try run.readRecords(file: file) { citations.add($0) } }
  let explanations = leads.map { Explanation($0, citations) }
  if run.flag("check") {
    let gaps = explanations.flatMap(\.gaps)
    for gap in gaps { try run.output.write(text: gap + "\n") }
    guard gaps.isEmpty else { throw Failure(.negative, "\(gaps.count) judgements cannot be traced") }
    return
  }
  for (index, explanation) in explanations.enumerated() {
    if index > 0 { try run.output.write(text: "\n") }
    for line in explanation.lines { try run.output.write(text: line + "\n") }
  }
}
