// csv-spectrum: twelve tables and what they hold. One of its answers is about another table.
import Bytes
import JSONLines
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct CSVSpectrum {
  /// Its JSON is not what its CSV says.
  static let wrong = ["location_coordinates"]

  @Test func everyTableIsReadAsTheSuiteSays() throws {
    let folder = try Conformance.folder("csv/spectrum")
    let names = try FileSystem.names(in: "\(folder)/csvs").map { String($0.dropLast(4)) }
    #expect(names.count == 12)
    for name in names where !Self.wrong.contains(name) {
      let wanted = try JSON(parsing: Files.read("\(folder)/json/\(name).json")).array ?? []
      let outcome = try Shell.run("csv2jsonl \(Shell.quoted("\(folder)/csvs/\(name).csv"))", in: "/tmp")
      let found = try outcome.output.split(separator: 0x0A).map { try JSON(parsing: Array($0)) }
      #expect(found == wanted, "\(name)")
    }
  }
}
