import Bytes
import Testing

@testable import JSONLines

struct JSONWriterTests {
  /// Texts of all lengths around a word of eight bytes, plain and with what needs an escape at each place.
  static let texts: [String] = (0...26).flatMap { count -> [String] in
    let plain = String(repeating: "x", count: count)
    return [plain]
      + (0..<count).flatMap { place in
        ["\"", "\\", "\n", "\u{1F}", "é"].map { plain.prefix(place) + $0 + plain.dropFirst(place + 1) }
      }
  }

  /// What was written reads as what was meant, and the reader refuses what lacks an escape.
  @Test func aTextIsSpeltSoThatItReadsTheSame() throws {
    for text in Self.texts {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("a", text)
      writer.member("other name", text)
      writer.key("in")
      writer.string(text)
      writer.endObject()
      var tree = JSONObject()
      if !text.isEmpty {
        tree.append("a", .string(text))
        tree.append("other name", .string(text))
      }
      tree.append("in", .string(text))
      #expect(try JSON(parsing: writer.bytes) == .object(tree))
    }
  }

  /// The plain twin is the standard library's.
  @Test func aNumberIsSpeltInDigits() {
    var numbers = [0, 7, 9, 10, 11, 99, 100, 101, 1234, 10_000, 123_456_789, .max, .min, .min + 1]
    numbers += numbers.dropLast(2).map { -$0 }
    for number in numbers {
      var writer = JSONWriter()
      writer.beginArray()
      writer.number(number)
      writer.number(number)
      writer.beginObject()
      writer.member("a", number)
      writer.member("b", number)
      writer.member("c", raw: Array("[\(number)]".utf8))
      writer.endObject()
      writer.endArray()
      let text = String(decoding: writer.bytes, as: UTF8.self)
      #expect(text == "[\(number),\(number),{\"a\":\(number),\"b\":\(number),\"c\":[\(number)]}]")
    }
  }
}
