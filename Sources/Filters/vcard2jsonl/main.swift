// vcard2jsonl: vCards and pasted business cards as person and company records.
import Bytes
import Cards
import Command
import JSONLines
import TextEncodings

let command = Command(
  name: "vcard2jsonl", summary: "turn vCards and pasted business cards into records",
  options: [Option("encoding", argument: "NAME", help: "the encoding (default: what each card says, else UTF-8)")],
  common: [.region])

command.main { run in
  let region = run.value("region")?.uppercased()
  let encoding = try run.value("encoding").map { label throws(Failure) in
    guard let encoding = TextEncoding(label: label) else { throw Failure(.usage, "unknown encoding '\(label)'") }
    return encoding
  }
  try run.forEachInput { handle in
    var bytes: [UInt8] = []
    let input = DecodedInput(
      { buffer, count in try handle.read(into: &buffer, count: count) }, encoding: encoding)
    while try input.read(into: &bytes, count: 1 << 18) > 0 {
      if bytes.count > 1 << 30 { throw Failure(.data, "\(handle.name): larger than 1 GiB") }
    }
    if let note = input.note { run.warn("\(handle.name): \(note)") }
    let pile = CardPile(bytes)
    for item in pile.items {
      run.counts.read += 1
      switch item {
      case .card(let facts, let line):
        guard !facts.isEmpty else {
          run.counts.suppressed += 1
          continue
        }
        try run.output.write(facts.record(file: handle.name, line: line, region: region))
        run.counts.kept += 1
      case .stray(let text, let line):
        try run.reject(
          source: ["file": .string(handle.name), "line": .number("\(line)")], position: "\(handle.name):\(line):1",
          reason: "no card: neither a property of a vCard nor a name with an address or a number",
          raw: Array(text.utf8))
      }
    }
  }
}
