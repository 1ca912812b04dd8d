/// Short forms of given names. The relation holds between a short form and its full name only, never between two short
/// forms or two full names, so that it cannot be chained.
public enum Nicknames {
  /// Whether one of two folded given names is a short form of the other.
  public static func areRelated(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    fullBytes[left]?.contains(right) ?? false || fullBytes[right]?.contains(left) ?? false
  }

  /// The full names that a folded `short` stands for, in alphabetical order.
  public static func fullNames(of short: [UInt8]) -> [[UInt8]] { fullBytes[short] ?? [] }

  private static let fullBytes: [[UInt8]: [[UInt8]]] = {
    let pairs = full.map { (Array($0.key.utf8), $0.value.sorted().map { Array($0.utf8) }) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

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
