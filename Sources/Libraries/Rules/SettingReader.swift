import JSONLines

/// Reads a configuration file (one JSON value, at most 8 MiB, at most 64 levels) into settings with their places.
public struct SettingReader {
  private let bytes: [UInt8]
  private let file: String
  private static let jsonValue =
    "a JSON value: an object, a list, a string in \"quotes\", a number, true, false or null"

  private var index = 0
  private var line = 1
  private var lineStart = 0

  /// Reads the whole text of a file.
  public static func read(_ bytes: [UInt8], file: String) throws(RuleError) -> Setting {
    var reader = SettingReader(bytes: bytes, file: file)
    guard bytes.count <= 8 << 20 else { throw reader.failure("at most 8 MiB", path: .root) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    let setting = try reader.value(path: .root, depth: 0)
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.failure("the end of the file", path: .root) }
    return setting
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  private var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func failure(_ expected: String, path: SettingPath) -> RuleError {
    RuleError(file: file, line: line, column: index - lineStart + 1, member: path.text, expected: expected)
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
      default: return
      }
    }
  }

  private mutating func value(path: SettingPath, depth: Int) throws(RuleError) -> Setting {
    skipSpace()
    guard depth < 64 else { throw failure("at most 64 levels", path: path) }
    let (line, column) = (line, index - lineStart + 1)
    let value: Setting.Value
    switch byte {
    case UInt8(ascii: "{"): value = try object(path: path, depth: depth)
    case UInt8(ascii: "["): value = try list(path: path, depth: depth)
    case UInt8(ascii: "\""): value = .string(try string(path: path))
    case UInt8(ascii: "t"): value = try word("true", .bool(true), path: path)
    case UInt8(ascii: "f"): value = try word("false", .bool(false), path: path)
    case UInt8(ascii: "n"): value = try word("null", .null, path: path)
    default: value = .number(try number(path: path))
    }
    return Setting(value: value, place: path, file: file, line: line, column: column)
  }

  private mutating func word(_ word: StaticString, _ value: Setting.Value, path: SettingPath) throws(RuleError)
    -> Setting.Value
  {
    let text = Array("\(word)".utf8)
    guard bytes[index...].starts(with: text) else { throw failure(SettingReader.jsonValue, path: path) }
    index += text.count
    return value
  }

  private mutating func number(path: SettingPath) throws(RuleError) -> String {
    let start = index
    while index < bytes.count, "+-.0123456789eE".utf8.contains(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard Decimal(text) != nil else {
      index = start
      throw failure(SettingReader.jsonValue, path: path)
    }
    return text
  }

  private mutating func list(path: SettingPath, depth: Int) throws(RuleError) -> Setting.Value {
    index += 1
    var elements: [Setting] = []
    skipSpace()
    if byte == UInt8(ascii: "]") {
      index += 1
      return .list([])
    }
    while true {
      elements.append(try value(path: .element(path, elements.count), depth: depth + 1))
      skipSpace()
      if byte == UInt8(ascii: "]") { break }
      guard byte == UInt8(ascii: ",") else { throw failure("a comma or the end of the list", path: path) }
      try comma(before: UInt8(ascii: "]"), "no comma behind the last element", path: path)
    }
    index += 1
    return .list(elements)
  }

  /// Goes over a comma; one before the end is told where it stands.
  private mutating func comma(before end: UInt8, _ expected: String, path: SettingPath) throws(RuleError) {
    let place = (index, line, lineStart)
    index += 1
    skipSpace()
    guard byte == end else { return }
    (index, line, lineStart) = place
    throw failure(expected, path: path)
  }

  private mutating func object(path: SettingPath, depth: Int) throws(RuleError) -> Setting.Value {
    index += 1
    var members: [(name: String, value: Setting)] = []
    var names: Set<String> = []
    skipSpace()
    if byte == UInt8(ascii: "}") {
      index += 1
      return .object([])
    }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw failure("a member name in \"quotes\"", path: path) }
      let name = try string(path: path)
      guard names.insert(name).inserted else {
        throw failure("each member once, \"\(name)\" is there twice", path: path)
      }
      skipSpace()
      guard byte == UInt8(ascii: ":") else { throw failure("a colon", path: path) }
      index += 1
      members.append((name, try value(path: .member(path, name), depth: depth + 1)))
      skipSpace()
      if byte == UInt8(ascii: "}") { break }
      guard byte == UInt8(ascii: ",") else { throw failure("a comma or the end of the object", path: path) }
      try comma(before: UInt8(ascii: "}"), "no comma behind the last member", path: path)
    }
    index += 1
    return .object(members)
  }

  private mutating func string(path: SettingPath) throws(RuleError) -> String {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      if bytes[index] < 0x20 { throw failure("no control character within a string", path: path) }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index < bytes.count else { throw failure("the closing quote of a string", path: path) }
    index += 1
    // A record of one member lends its decoder: escapes, surrogates and UTF-8 are checked in one place.
    let line = Array("{\"v\":".utf8) + bytes[(start - 1)..<index] + [UInt8(ascii: "}")]
    guard let text = (try? Record(line))?.string("v") else {
      index = start
      throw failure("a JSON string in UTF-8", path: path)
    }
    return text
  }
}
