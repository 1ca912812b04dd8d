/// One card: its properties between BEGIN and END, in order (RFC 6350).
public struct Card: Sendable, Equatable {
  /// A property: `item1.EMAIL;TYPE=work;PREF=1:ada@engine.example`.
  public struct Property: Sendable, Equatable {
    /// What stands before a dot, if anything does.
    public var group: String?
    /// The name, in capitals.
    public var name: String
    /// The parameters with their values, names in capitals.
    public var parameters: [(name: String, values: [String])]
    /// The value as it is written, with its escapes.
    public var value: String
    /// The line on which the property begins, from 1.
    public var line: Int

    /// The value as text: without escapes.
    public var text: String { Card.unescaped(value[...]) }

    /// The parts of a structured value such as N and ADR.
    public var components: [String] { Card.parts(value, separator: ";").map(Card.unescaped) }

    /// The values of a list such as CATEGORIES.
    public var list: [String] { Card.parts(value, separator: ",").map(Card.unescaped) }

    /// The values of a parameter.
    public func parameter(_ name: String) -> [String] {
      parameters.filter { $0.name == name }.flatMap(\.values)
    }

    public static func == (one: Property, other: Property) -> Bool {
      one.group == other.group && one.name == other.name && one.value == other.value
        && one.parameters.count == other.parameters.count
        && zip(one.parameters, other.parameters).allSatisfy { $0.name == $1.name && $0.values == $1.values }
    }
  }

  /// The properties, VERSION included.
  public var properties: [Property] = []
  /// The line of its BEGIN, from 1.
  public var line = 1

  /// A card without properties.
  public init(line: Int = 1) {
    self.line = line
  }

  /// The properties of that name, in capitals.
  public func properties(_ name: String) -> [Property] { properties.filter { $0.name == name } }

  /// The text of the first property of that name.
  public func text(_ name: String) -> String? { properties(name).first?.text }

  /// The parts of a value between separators that are not escaped.
  static func parts(_ value: String, separator: Unicode.Scalar) -> [Substring] {
    var parts: [Substring] = []
    var start = value.startIndex
    var isEscaped = false
    for index in value.unicodeScalars.indices {
      let scalar = value.unicodeScalars[index]
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == separator {
        parts.append(value[start..<index])
        start = value.unicodeScalars.index(after: index)
      }
    }
    return parts + [value[start...]]
  }

  /// The text without its escapes (RFC 6350, 3.4).
  static func unescaped(_ value: Substring) -> String {
    var out = String.UnicodeScalarView()
    var scalars = value.unicodeScalars
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let next = scalars.popFirst() else {
        out.append(scalar)
        continue
      }
      out.append(next == "n" || next == "N" ? "\n" : next)
    }
    return String(out)
  }
}
