/// Short forms of given names. The relation holds between a short form and its full name only, never between two short
/// forms or two full names, so that it cannot be chained.
public enum Nicknames {
  /// Whether one of two folded given names is a short form of the other.
  public static func areRelated(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (first, second) = (String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self))
    return full[first]?.contains(second) ?? false || full[second]?.contains(first) ?? false
  }

  /// The full names, folded, that `short` stands for.
  public static func fullNames(of short: String) -> Set<String> { full[short] ?? [] }

  /// Whether a folded name is a given name of the table, so that it is unlikely to be another one misspelt.
  public static func isKnown(_ name: [UInt8]) -> Bool { known.contains(name) }

  private static let known: Set<[UInt8]> = Set(
    NicknameTable.names.flatMap { $0.split(separator: " ").map { Array(key($0).utf8) } })

  private static let full: [String: Set<String>] = {
    var full: [String: Set<String>] = [:]
    for line in NicknameTable.names {
      let words = line.split(separator: " ").map(key)
      for short in words.dropFirst() where short != words[0] { full[short, default: []].insert(words[0]) }
    }
    return full
  }()

  private static func key(_ name: some StringProtocol) -> String {
    String(decoding: Array(name.utf8).withoutUmlautSpelling, as: UTF8.self)
  }
}
