// One table as MariaDB writes it in nine ways: six can be read back, one with a warning, two are refused with advice.
import Bytes
import JSONLines
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct MySQLExports {
  private static let columns = ["id", "name", "email", "notes", "score"]

  /// The rows of the oracle: NULL is absent, as in what csv2jsonl writes; all values are texts.
  private func oracle() throws -> [[String: String]] {
    let text = try Files.read("\(Conformance.folder("csv/mysql"))/oracle.jsonl")
    return try rows(text)
  }

  private func rows(_ text: [UInt8]) throws -> [[String: String]] {
    try text.split(separator: 0x0A).map { line in
      let object = try JSON(parsing: Array(line)).object
      var row: [String: String] = [:]
      for member in object?.members ?? [] where Self.columns.contains(member.key) {
        row[member.key] = member.value.string ?? member.value.int.map { "\($0)" }
      }
      return row
    }
  }

  private func run(_ options: String, _ file: String) throws -> Shell.Outcome {
    let path = "\(try Conformance.folder("csv/mysql"))/\(file)"
    return try Shell.run("csv2jsonl --dialect mysql \(options) \(Shell.quoted(path))", in: "/tmp")
  }

  @Test(arguments: ["default.tsv", "csv_quoted.csv", "csv_optquoted.csv", "csv_escquote.csv"])
  func theExportWithABinaryColumnIsReadBack(_ file: String) throws {
    let escape = file == "csv_escquote.csv" ? "--escape quote" : ""
    let outcome = try run("\(escape) --columns id,name,email,notes,score,blobby,created --base64 blobby", file)
    #expect(outcome.code == 0)
    #expect(try rows(outcome.output) == oracle())
    #expect(outcome.text.contains("\"blobby\":\"AAoNGg==\""))
  }

  @Test(arguments: ["text_default.tsv", "text_quoted.csv"])
  func theExportInUTF8IsReadBack(_ file: String) throws {
    let outcome = try run("--columns id,name,email,notes,score,created", file)
    #expect(outcome.code == 0)
    #expect(try rows(outcome.output) == oracle())
  }

  @Test func theClientsBatchOutputIsReadWithAWarning() throws {
    let outcome = try run("--base64 blobby", "client_batch.tsv")
    #expect(outcome.code == 0)
    #expect(String(decoding: outcome.error, as: UTF8.self).contains("NULL cannot be told"))
    var wanted = try oracle()
    // The text NULL of the fourth row is the price.
    wanted[3]["notes"] = nil
    #expect(try rows(outcome.output) == wanted)
  }

  @Test(arguments: ["csv_noescape.csv", "client_raw.tsv"])
  func whatCannotBeReadBackIsRefusedWithAdvice(_ file: String) throws {
    let options = file == "csv_noescape.csv" ? "--columns id,name,email,notes,score,blobby,created" : ""
    let outcome = try run("\(options) --base64 blobby", file)
    #expect(outcome.code == 65)
    #expect(String(decoding: outcome.error, as: UTF8.self).contains("ESCAPED BY '\\\\'"))
  }
}
