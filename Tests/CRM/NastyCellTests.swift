import Glibc
import JSONLines
import Team
import TestSupport
import Testing

@testable import CRM

/// Tests/Importers/nasty-cells.jsonl: a value that a lead may bear, and what becomes of it in every target: each cell with
/// the columns that hold it, or why the lead is refused. KITH_RECORD=1 writes what comes out instead, to be read as a diff.
struct NastyCellTests {
  private static let path = "\(Project.root)/Tests/Importers/nasty-cells.jsonl"

  @Test func everyTargetMakesOfEveryNastyValueWhatTheTableSays() throws {
    let lines = try Files.read(Self.path).split(separator: UInt8(ascii: "\n"))
    var written: [UInt8] = []
    for line in lines {
      let row = try JSON(parsing: Array(line))
      let (member, value) = (row["member"]?.string ?? "", row["value"] ?? .null)
      let found = try Self.cells(member, value)
      if getenv("KITH_RECORD") == nil { #expect(row["cells"] == found, "\(member): \(value.text)") }
      JSON.object(["member": .string(member), "value": value, "cells": found]).write(to: &written)
      written.append(UInt8(ascii: "\n"))
    }
    #expect(lines.count >= 120)
    if getenv("KITH_RECORD") != nil { try Files.write(written, to: Self.path) }
  }

  /// What each target's files for people make of a lead with that value: the cell, and where it stands.
  private static func cells(_ member: String, _ value: JSON) throws -> JSON {
    var places: [(cell: String, columns: [String])] = []
    for name in Targets.names {
      let target = try ImportTarget(JSON(parsing: try #require(Targets.text(name))))
      var lead: JSONObject = ["type": "lead", "id": "lead:1", "name": "Ada Byron", "company": "Engine", "signals": []]
      lead[member] = value
      let report = try exported(name, [lead]).report.json
      if let reason = report["rejections"]?.array?.first(where: { $0["file"]?.string?.hasSuffix("accounts") != true })?[
        "reason"]?.string
      {
        add("refused: \(reason)", name, to: &places)
        continue
      }
      let facts = LeadFacts(record: Record(lead), team: Team(), batch: "b1")
      for file in target.files where file.subject == .person && facts.isMeant(by: file) {
        let columns = file.columns + (file.details?.rows.map(\.column) ?? [])
        for column in columns where isFilled(column, by: member) {
          let source = column.sources.first { !facts.values($0).isEmpty }
          add(
            Cell(source.map { facts.values($0) } ?? [], column, target).text, "\(file.name)/\(column.name)", to: &places
          )
        }
      }
    }
    return .object(JSONObject(places.map { ($0.cell, JSON($0.columns)) }))
  }

  private static func add(_ cell: String, _ place: String, to places: inout [(cell: String, columns: [String])]) {
    if let index = places.firstIndex(where: { $0.cell == cell }) {
      places[index].columns.append(place)
    } else {
      places.append((cell, [place]))
    }
  }

  /// Whether the column shows the member.
  private static func isFilled(_ column: ImportColumn, by member: String) -> Bool {
    let names = member == "name" ? ["full_name", "given_name", "family_name", "first_name", "last_name"] : [member]
    return column.sources.first.map(names.contains) ?? false
  }
}
