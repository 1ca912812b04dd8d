// Where a value lies inside a record, as users write it.

/// A path of members, such as `name`, `account.employees` or `messages[].text`; `[]` stands for each element of an
/// array. Make one once and keep it where records pass fast.
public struct JSONPath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// One step of a path.
  enum Step: Sendable, Hashable {
    /// The member of an object, by its name as UTF-8.
    case member([UInt8])
    /// Each element of an array.
    case each
  }

  let steps: [Step]

  /// The path that `text` spells.
  public init(_ text: String) {
    var steps: [Step] = []
    for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: true) {
      var name = part
      var depth = 0
      while name.count >= 2, name.suffix(2).elementsEqual("[]".utf8) {
        name = name.dropLast(2)
        depth += 1
      }
      if !name.isEmpty { steps.append(.member(Array(name))) }
      steps.append(contentsOf: repeatElement(.each, count: depth))
    }
    self.steps = steps
  }

  /// A path of one member whose name may hold any byte, dots too.
  public init(member name: String) {
    steps = [.member(Array(name.utf8))]
  }

  public init(stringLiteral value: StaticString) {
    self.init(value.description)
  }

  public var description: String {
    steps.reduce("") { text, step in
      switch step {
      case .member(let name): (text.isEmpty ? "" : text + ".") + String(decoding: name, as: UTF8.self)
      case .each: text + "[]"
      }
    }
  }
}
