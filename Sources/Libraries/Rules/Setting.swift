import JSONLines

/// One value of a configuration file, which knows its place and its path so that every complaint can name them.
public struct Setting: Sendable {
  /// The JSON value itself.
  public indirect enum Value: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as it was spelled.
    case number(String)
    /// A string, decoded.
    case string(String)
    /// A list.
    case list([Setting])
    /// An object, members in file order.
    case object([(name: String, value: Setting)])
  }

  /// The value.
  public let value: Value
  let place: SettingPath
  let file: String
  let line: Int
  let column: Int

  /// Path from the root, such as `rules[3].when`.
  public var path: String { place.text }

  /// The value as JSON text without blanks, the same for any layout of the file.
  public var spelling: String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let spelling): spelling
    case .string(let string): JSON.string(string).text
    case .list(let elements): "[\(elements.map(\.spelling).joined(separator: ","))]"
    case .object(let members):
      "{\(members.map { "\(JSON.string($0.name).text):\($0.value.spelling)" }.joined(separator: ","))}"
    }
  }

  /// An error at this value.
  public func error(expected: String) -> RuleError {
    RuleError(file: file, line: line, column: column, member: path, expected: expected)
  }

  /// The members of an object.
  public func members(_ expected: String = "an object") throws(RuleError) -> [(name: String, value: Setting)] {
    guard case .object(let members) = value else { throw error(expected: expected) }
    return members
  }

  /// The member of that name, or nil.
  public subscript(name: String) -> Setting? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The member of that name, which must be there.
  public func required(_ name: String, _ expected: String) throws(RuleError) -> Setting {
    guard let found = self[name] else { throw error(expected: "a member \"\(name)\": \(expected)") }
    return found
  }

  /// The elements of a list.
  public func elements(_ expected: String = "a list") throws(RuleError) -> [Setting] {
    guard case .list(let elements) = value else { throw error(expected: expected) }
    return elements
  }

  /// The string.
  public func text(_ expected: String = "a string") throws(RuleError) -> String {
    guard case .string(let string) = value else { throw error(expected: expected) }
    return string
  }

  /// The path of a member: names with dots between, and `[]` behind the name of a list whose elements are meant.
  public func path(_ expected: String = "the path of a member") throws(RuleError) -> String {
    let text = try text(expected)
    for name in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      var name = name
      while name.suffix(2).elementsEqual("[]".utf8) { name = name.dropLast(2) }
      guard !name.isEmpty, !name.contains(where: "[] ".utf8.contains) else {
        throw error(expected: "\(expected), such as account.employees or positions[].title, not \"\(text)\"")
      }
    }
    return text
  }

  /// One string or a list of strings; an empty list is refused when at least one must be there.
  public func texts(
    _ expected: String = "a string or a list of strings", atLeastOne: Bool = false
  ) throws(RuleError) -> [Setting] {
    switch value {
    case .string: return [self]
    case .list(let elements):
      guard !atLeastOne || !elements.isEmpty else { throw error(expected: expected) }
      for element in elements {
        guard case .string = element.value else { throw element.error(expected: "a string") }
      }
      return elements
    default: throw error(expected: expected)
    }
  }

  /// `true` or `false`.
  public func flag(_ expected: String = "true or false") throws(RuleError) -> Bool {
    guard case .bool(let flag) = value else { throw error(expected: expected) }
    return flag
  }

  /// A decimal number.
  public func decimal(_ expected: String = "a number") throws(RuleError) -> Decimal {
    guard case .number(let text) = value, let decimal = Decimal(text) else { throw error(expected: expected) }
    return decimal
  }

  /// A whole number within bounds.
  public func integer(_ range: ClosedRange<Int>) throws(RuleError) -> Int {
    guard case .number(let text) = value, let number = Int(text), range.contains(number) else {
      throw error(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Refuses members that are not in the list, so that a misspelled one is never silently ignored.
  public func allow(_ names: [String]) throws(RuleError) {
    for member in try members() where !names.contains(member.name) {
      throw member.value.error(expected: "one of \(names.joined(separator: ", ")), not \"\(member.name)\"")
    }
  }
}

extension Setting {
  /// The same place with another value.
  public func replacing(_ value: Value) -> Setting {
    Setting(value: value, place: place, file: file, line: line, column: column)
  }
}

/// The way from the root of a file to a value. It is spelled out only when somebody asks, since the paths of all the values
/// of a file may be much longer than the file.
indirect enum SettingPath: Sendable {
  case root
  case member(SettingPath, String)
  case element(SettingPath, Int)

  /// Such as `rules[3].when`; empty for the root.
  var text: String {
    switch self {
    case .root: ""
    case .member(.root, let name): name
    case .member(let path, let name): "\(path.text).\(name)"
    case .element(let path, let index): "\(path.text)[\(index)]"
    }
  }
}
