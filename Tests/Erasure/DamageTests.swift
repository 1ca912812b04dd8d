import Suppression
import TestSupport
import Testing

@testable import Erasure

/// Files of any bytes: the units of a file are the whole of it, in order, and what is kept stays as it was.
struct DamageTests {
  private static let pieces: [[UInt8]] =
    [
      "\"", "\n", "\r\n", ",", "\\", "\\\"", "From a@b Mon Mar  2 09:00:00 2020\n", "From: ada@engine.example\n\n",
      "BEGIN:VCARD\n", "END:VCARD\n", "[1] Ada: ", "08/02/16, 8:46 am - ", "ada@engine.example", "Ada Byron",
      "{\"id\":\"1\"}",
      "<title>", "é", "=", ";", "+44 20 7946 0123",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x80, 0x80]]

  @Test(arguments: ["x.jsonl", "x.csv", "x.mbox", "x.vcf", "x.txt", "x.html", "x.eml", "x"])
  func theUnitsOfAFileAreTheWholeOfIt(_ name: String) throws {
    var random = SplitMix(seed: 3)
    let point = try #require(ContactPoint.email("nobody@nowhere.example"))
    let eraser = Eraser(PersonTrace([point]))
    for _ in 0..<100 {
      let count = Int.random(in: 0...12, using: &random)
      let bytes = (0..<count).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }
      let ranges = FileUnits.ranges(FileUnits.form(name, bytes), bytes)
      #expect(ranges.flatMap { Array(bytes[$0]) } == bytes, "\(String(decoding: bytes, as: UTF8.self))")
      let (kept, outcome) = eraser.erase(bytes, name: name)
      #expect(kept == bytes && !outcome.changes, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func afterAnErasureNobodyFindsThemAgain() throws {
    var random = SplitMix(seed: 3)
    let points = [ContactPoint.email("ada@engine.example"), .name("Ada Byron"), .phone("+442079460123")].compactMap {
      $0
    }
    let eraser = Eraser(PersonTrace(points))
    for name in ["x.jsonl", "x.csv", "x.mbox", "x.vcf", "x.txt", "x"] {
      for _ in 0..<50 {
        let count = Int.random(in: 0...12, using: &random)
        let bytes = (0..<count).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] }
        let (kept, _) = eraser.erase(bytes, name: name)
        let (again, outcome) = eraser.erase(kept, name: name)
        #expect(again == kept && !outcome.changes, "\(name): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
