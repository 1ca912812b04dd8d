// LinkedIn's data export, synthetic: whole files, malformed ones, and texts in several encodings.
import Bytes
import JSONLines
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct LinkedInExports {
  private func json(_ name: String) throws -> JSON {
    try JSON(parsing: Files.read("\(Conformance.folder("linkedin-export"))/\(name)"))
  }

  private func records(_ map: String, _ file: String) throws -> [JSON] {
    let path = "\(try Conformance.folder("linkedin-export"))/\(file)"
    let outcome = try Shell.run("csv2jsonl --map \(map) \(Shell.quoted(path)) | check-records", in: "/tmp")
    #expect(outcome.code == 0)
    return try outcome.output.split(separator: 0x0A).map { try JSON(parsing: Array($0)) }
  }

  /// The letters of a value: the suite's own reader changes blanks and control characters, and puts an apostrophe before
  /// what a spreadsheet would take for a formula.
  private func bare(_ text: String?) -> String {
    let kept = (text ?? "").unicodeScalars.filter { $0.value > 0x20 && $0 != "'" }
    return String(String.UnicodeScalarView(kept))
  }

  @Test func everyConnectionOfTheCorpusIsAPerson() throws {
    let found = try records("linkedin-connections", "connections-corpus.csv")
    let wanted = try json("parity-corpus-expected.json")["connections"]?.array ?? []
    #expect(found.count == wanted.count)
    for (person, row) in zip(found, wanted) {
      #expect(bare(person["given_name"]?.string) == bare(row["First Name"]?.string))
      #expect(bare(person["family_name"]?.string) == bare(row["Last Name"]?.string))
      #expect(bare(person["company"]?.string) == bare(row["Company"]?.string))
      let day = row["Connected On"]?.string ?? ""
      #expect(person["connected_on"]?.string == (day.contains("-") ? day : nil))
    }
  }

  @Test func everyMessageOfTheCorpusWithASenderIsAMessage() throws {
    let found = try records("linkedin-messages", "messages-corpus.csv")
    let wanted = try json("parity-corpus-expected.json")["messages"]?.array ?? []
    #expect(found.count == wanted.count)
    for (message, row) in zip(found, wanted) {
      #expect(message["thread_id"]?.string == "linkedin:" + (row["CONVERSATION ID"]?.string ?? ""))
      #expect(bare(message["from"]?["name"]?.string) == bare(row["FROM"]?.string))
    }
  }

  @Test func malformedTablesEndAsTheSuiteExpects() throws {
    let scratch = try Scratch()
    let maps = ["connections": "--map linkedin-connections", "messages": "--map linkedin-messages"]
    let lenient = ["comments": "--escape backslash", "shares": "--ragged pad"]
    // A plain table may have two columns of one name; only a map cannot choose between them.
    for item in try json("malformed-csv-outcomes.json")["cases"]?.array ?? []
    where item["id"]?.string != "duplicate-normalized-header" {
      let kind = item["fileType"]?.string ?? ""
      try Files.write(Array((item["csv"]?.string ?? "").utf8), to: "\(scratch.path)/case.csv")
      let outcome = try Shell.run("csv2jsonl \(maps[kind] ?? lenient[kind] ?? "") case.csv", in: scratch.path)
      let isAccepted = item["expected"]?["web"]?.string == "accepted"
      #expect((outcome.code == 0) == isAccepted, "\(item["id"]?.string ?? "")")
      #expect(outcome.code == 0 || outcome.code == 65)
    }
  }

  @Test func textsInOtherEncodingsAreDecodedAsTheSuiteSays() throws {
    let suite = try json("byte-decoding-parity.json")
    let scratch = try Scratch()
    for item in suite["cases"]?.array ?? [] {
      let bytes = (item["bytes"]?.array ?? []).compactMap { $0.int.map { UInt8(truncatingIfNeeded: $0) } }
      let text = Array((suite["csvPrefix"]?.string ?? "").utf8) + bytes + Array((suite["csvSuffix"]?.string ?? "").utf8)
      try Files.write(text, to: "\(scratch.path)/case.csv")
      let outcome = try Shell.run("csv2jsonl case.csv", in: scratch.path)
      let found = try JSON(parsing: outcome.output)["ShareCommentary"]?.string?.unicodeScalars.map { Int($0.value) }
      #expect(found == item["expectedCodePoints"]?.array?.compactMap(\.int), "\(item["id"]?.string ?? "")")
      #expect(!outcome.error.isEmpty == item["usedFallback"]?.bool)
    }
  }
}
