// JSONTestSuite: y_ must be accepted, n_ refused, i_ is free but must end. A case is judged as a record, `{"v":CASE}`, with
// its line breaks turned to spaces.
import Bytes
import JSONLines
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct JSONTestSuite {
  /// The one case whose fault is the line break itself: with a space in its place it is valid.
  static let lineBreakInString = "n_string_unescaped_newline.json"

  static func cases() throws -> [(name: String, line: [UInt8])] {
    let folder = try Conformance.folder("json/test_parsing")
    return try FileSystem.names(in: folder).filter { $0.hasSuffix(".json") && $0 != lineBreakInString }.map { name in
      let text = try Files.read("\(folder)/\(name)").map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      return (name, Array("{\"v\":".utf8) + text + [UInt8(ascii: "}")])
    }
  }

  @Test func theWholeSuiteIsThere() throws {
    #expect(try Self.cases().count == 317)
  }

  @Test func aLineBreakInsideAStringIsRefused() throws {
    let line = try Files.read("\(Conformance.folder("json/test_parsing"))/\(Self.lineBreakInString)")
    #expect(JSONDiagnosis.ofValue(line)?.reason == "a control character must be escaped in a string")
    #expect((try? Record(Array("{\"v\":".utf8) + line + [UInt8(ascii: "}")])) == nil)
  }

  @Test func theLibraryAcceptsWhatItMustAndRefusesTheRest() throws {
    for (name, line) in try Self.cases() {
      let record = try? Record(line)
      if name.hasPrefix("y_") { #expect(record?.bytes == line, "\(name)") }
      if name.hasPrefix("n_") { #expect(record == nil, "\(name)") }
      #expect((record == nil) == (JSONDiagnosis.ofRecord(line) != nil), "the twin disagrees on \(name)")
    }
  }

  @Test func theFilterSaysWhereEachRefusedCaseGoesWrong() throws {
    let cases = try Self.cases().filter { !$0.name.hasPrefix("i_") }
    let scratch = try Scratch()
    try Files.write(cases.flatMap { $0.line + [0x0A] }, to: "\(scratch.path)/cases")
    let outcome = try Shell.run("check-records --rejects rejects cases", in: scratch.path)
    #expect(outcome.code == 0)
    #expect(outcome.output == cases.filter { $0.name.hasPrefix("y_") }.flatMap { $0.line + [0x0A] })
    let rejects = try Files.read("\(scratch.path)/rejects").split(separator: 0x0A).map { try Record(Array($0)) }
    let refused = cases.indices.filter { cases[$0].name.hasPrefix("n_") }
    #expect(rejects.compactMap { $0.int("source.line") } == refused.map { $0 + 1 })
    #expect(rejects.allSatisfy { ($0.int("source.column") ?? 0) > 0 && $0.string("reason") != nil })
  }

  @Test func withoutRejectsARefusedCaseEndsTheRunWithItsPosition() throws {
    let outcome = try Shell.run("printf '{\"a\":1}\\n{\"v\":[1,]}\\n' | check-records", in: "/tmp")
    #expect(outcome.code == 65)
    #expect(outcome.text == "{\"a\":1}\n")
    #expect(String(decoding: outcome.error, as: UTF8.self).hasPrefix("check-records: <stdin>:2:9: "))
  }
}
