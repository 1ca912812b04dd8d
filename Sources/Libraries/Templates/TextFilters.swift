/// Filters that change the case, the edges and the length of texts.
extension Filter {
  static let textFilters = [
    Filter("append", 1...1) { input, arguments in .string(input.text + arguments.text(0)) },
    Filter("capitalize") { input, _ in .string(capitalized(input.text)) },
    Filter("downcase") { input, _ in .string(input.text.lowercased()) },
    Filter("lstrip") { input, _ in .string(stripped(input.text, leading: true, trailing: false)) },
    Filter("prepend", 1...1) { input, arguments in .string(arguments.text(0) + input.text) },
    Filter("rstrip") { input, _ in .string(stripped(input.text, leading: false, trailing: true)) },
    Filter("slice", 1...2, slice),
    Filter("split", 1...1, split),
    Filter("squish") { input, _ in .string(words(of: input.text).joined(separator: " ")) },
    Filter("strip") { input, _ in .string(stripped(input.text, leading: true, trailing: true)) },
    Filter("truncate", 0...2, truncate),
    Filter("truncatewords", 0...2, truncateWords),
    Filter("upcase") { input, _ in .string(input.text.uppercased()) },
  ]

  private static func capitalized(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst()).lowercased()
  }

  static func stripped(_ text: String, leading: Bool, trailing: Bool) -> String {
    var bytes = Substring(text).utf8
    if leading { bytes = bytes.drop(while: isSpace) }
    if trailing { while let last = bytes.last, isSpace(last) || last == 0 { bytes.removeLast() } }
    return String(Substring(bytes))
  }

  /// The runs of text between white space.
  static func words(of text: String) -> [String] {
    text.utf8.split(whereSeparator: isSpace).map { String(Substring($0)) }
  }

  private static func slice(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let start = try arguments.integer(0)
    let length = arguments[1].isNil ? 1 : try arguments.integer(1)
    if case .array(let items) = input {
      return .array(window(start, length, items.count).map { Array(items[$0]) } ?? [])
    }
    if case .range = input {
      let items = try elements(input)
      return .array(window(start, length, items.count).map { Array(items[$0]) } ?? [])
    }
    let scalars = Array(input.text.unicodeScalars)
    var text = String.UnicodeScalarView()
    if let range = window(start, length, scalars.count) { text.append(contentsOf: scalars[range]) }
    return .string(String(text))
  }

  /// The places that a start, from the end when negative, and a length select.
  private static func window(_ start: Int, _ length: Int, _ count: Int) -> Range<Int>? {
    let low = start < 0 ? count &+ start : start
    guard low >= 0, low <= count, length >= 0 else { return nil }
    return low..<(low + min(length, count - low))
  }

  private static func split(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let text = input.text
    let separator = arguments.text(0)
    var parts: [String]
    if separator == " " {
      parts = words(of: text)
    } else if separator.isEmpty {
      parts = text.unicodeScalars.map { String($0) }
    } else {
      let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
      parts = []
      var start = 0
      while let found = firstRange(of: mark, in: bytes, from: start) {
        parts.append(String(decoding: bytes[start..<found], as: UTF8.self))
        start = found + mark.count
      }
      parts.append(String(decoding: bytes[start...], as: UTF8.self))
    }
    while parts.last == "" { parts.removeLast() }
    return .array(parts.map { .string($0) })
  }

  private static func truncate(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let length = arguments.count > 0 ? try arguments.integer(0) : 50
    if input.isNil { return .null }
    let ending = arguments.count > 1 ? arguments.text(1) : "..."
    let scalars = Array(input.text.unicodeScalars)
    guard scalars.count > length else { return .string(input.text) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.prefix(max(0, length - ending.unicodeScalars.count)))
    return .string(String(text) + ending)
  }

  private static func truncateWords(_ input: Value, _ arguments: FilterArguments) throws(FilterError) -> Value {
    let count = max(1, arguments.count > 0 ? try arguments.integer(0) : 15)
    if input.isNil { return .null }
    let list = words(of: input.text)
    guard list.count > count else { return .string(input.text) }
    return .string(list.prefix(count).joined(separator: " ") + (arguments.count > 1 ? arguments.text(1) : "..."))
  }
}
