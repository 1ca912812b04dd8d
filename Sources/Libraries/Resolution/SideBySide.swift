import JSONLines

/// Two records beside each other, a member a line, for a person to judge.
public enum SideBySide {
  /// The members of both records in the order of the first; a mark stands where they differ. No line is longer than
  /// `width` columns, as far as letters are one column wide.
  public static func text(_ left: JSONObject, _ right: JSONObject, width: Int = 80) -> String {
    var seen: Set<String> = []
    let keys = (left.members + right.members).map(\.key).filter { seen.insert($0).inserted && !hidden.contains($0) }
    let label = min(16, keys.map(\.count).max() ?? 0)
    let column = max(12, (width - label - 5) / 2)
    return keys.reduce("") { text, key in
      let (first, second) = (value(left[key]), value(right[key]))
      let mark = first == second ? "=" : first.isEmpty ? " " : "|"
      let pair = second.isEmpty ? cut(first, column) : "\(fitted(first, column)) \(mark) \(cut(second, column))"
      return text + "\(fitted(key, label))  \(pair)\n"
    }
  }

  private static let hidden: Set<String> = ["origins", "other_values"]

  private static func value(_ json: JSON?) -> String {
    switch json {
    case nil, .null: ""
    case .string(let text): text
    case .array(let elements) where elements.allSatisfy({ $0.string != nil }):
      elements.compactMap(\.string).joined(separator: ", ")
    case .some(let other): other.text
    }
  }

  /// `text` on one line, cut to `width`; bytes that would steer the terminal are shown as `?`.
  private static func cut(_ text: String, _ width: Int) -> String {
    let plain = text.unicodeScalars.map { scalar -> Character in
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        ? "?" : Character(scalar)
    }
    return plain.count <= width ? String(plain) : String(plain.prefix(width - 1)) + "\u{2026}"
  }

  private static func fitted(_ text: String, _ width: Int) -> String {
    let cut = cut(text, width)
    return cut + String(repeating: " ", count: max(0, width - cut.count))
  }
}
