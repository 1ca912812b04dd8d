import Bytes
import JSONLines
import Names
import Testing

@testable import Resolution

struct PersonReaderTests {
  private static let words = [
    "Jane", "J", "Dr", "dr", "van", "Doe", "PhD", "Jr", "MA", "Ma", "via", "Via", "Sir", "Lord", "de", "O", "Müller",
    "Ann-Marie",
  ]

  private static var names: [String] {
    words.flatMap { first in
      words.flatMap { second in
        [" ", ". ", ", ", ",", "  ", ".", " - "].map { "\(first)\($0)\(second)" } + [
          "\(first), \(second).", "\(first) \(second).", " \(first) \(second)", "\(first) \(second) ",
          "\(first) X. \(second)",
        ]
      }
    } + words + ["", ",", "Doe,", ", Jane", "Doe, ", "Jane ", "\"Jane Doe\"", "Jane\\Doe"]
  }

  /// A name of two plain words is told apart without the reader of all names, and is the same.
  @Test func aPlainNameIsReadAsAnyOther() {
    var reader = PersonReader()
    var plain = 0
    for name in Self.names {
      let found = reader.read(Record(["name": .string(name)])).name
      #expect(found == PersonName(name)?.key ?? NameReader.unknown, "\(name)")
      let text = Array(name.utf8)
      if PlainName(text.span.bytes, 0..<text.count) != nil { plain += 1 }
    }
    #expect(plain > 400)
  }

  /// What was made of a spelling before is what is made of it again, however the string is written.
  @Test func aValueIsRememberedByItsText() throws {
    var remembered = Remembered<Int>()
    var made = 0
    func value(_ json: String) -> Int? {
      let text = Array(json.utf8)
      return remembered.value(ValuePlace(0..<text.count), in: text.span.bytes) { _ in
        made += 1
        return made
      }
    }
    #expect(value(#""Jane""#) == 1)
    #expect(value(#""Doe""#) == 2)
    #expect(value(#""\u004aane""#) == 1)
    #expect(value(#""""#) == nil && value("12") == nil && value(#"["Jane"]"#) == nil)
    #expect(value(#""\\u004aane""#) == 3)
  }
}

struct RecordStoreTests {
  /// Ids are ordered as strings are, whether their first bytes tell or not.
  @Test(arguments: [
    ["b", "a", "", "ab", "aa", "record-12", "record-1", "record-123", "a", "B", "\u{1}", "a\u{0}"],
    ["é", "e\u{301}", "z", "record-1é", "record-1e", "Ω", "a", "", "ﬀ", "record-1"],
  ])
  func recordsStandInTheOrderOfTheirIds(_ ids: [String]) {
    var store = RecordStore()
    for (number, id) in ids.enumerated() {
      store.append(Record(["id": .string(id), "number": .string("\(ids.count - number)")]))
    }
    let plain = ids.indices.sorted { left, right in
      ids[left] != ids[right]
        ? ids[left] < ids[right] : store[left].bytes.lexicographicallyPrecedes(store[right].bytes)
    }
    #expect(store.ids("id") == ids)
    #expect(store.order(ids: ids) == plain)
  }
}
