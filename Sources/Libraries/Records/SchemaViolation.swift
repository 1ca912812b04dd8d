// From where a record goes wrong to the words that say so.
import Bytes
import JSONLines

/// What a record has, or lacks, against its schema.
public struct SchemaViolation: Sendable, Equatable {
  /// The path of the member, such as `positions[].start`.
  public let path: String
  /// What was expected there.
  public let expected: String
  /// The offset of the value in the bytes that were checked.
  public let offset: Int

  /// The sentence for the user.
  public var reason: String { "\(path): expected \(expected)" }
}

extension Schema {
  /// The first violation in the record that `index` describes, by the order of its bytes, or nil.
  public func violation(_ json: RawSpan, _ index: MemberIndex) -> SchemaViolation? {
    guard let fault = fault(json, index) else { return nil }
    var path = Self.path(to: fault.offset, json, index.record) ?? []
    if case .missing(let bit) = fault.rule, let name = name(ofRequired: bit, of: fault.node) { path.append(name) }
    let text = path.reduce("") { $0.isEmpty || $1 == "[]" ? $0 + $1 : $0 + "." + $1 }
    return SchemaViolation(
      path: text.isEmpty ? "record" : text, expected: expectation(fault), offset: fault.offset)
  }

  /// The steps that lead to the value at `offset` inside the object or array that fills `range`.
  private static func path(to offset: Int, _ json: RawSpan, _ range: Range<Int>) -> [String]? {
    if range.lowerBound == offset { return [] }
    var steps: [String]?
    if json.byte(range.lowerBound) == UInt8(ascii: "{") {
      JSONTree.eachMember(json, range) { key, value in
        guard value.contains(offset) else { return true }
        steps = path(to: offset, json, value).map { [JSONText.string(json, key)] + $0 }
        return false
      }
    } else if json.byte(range.lowerBound) == UInt8(ascii: "[") {
      JSONTree.eachElement(json, range) { element in
        guard element.contains(offset) else { return true }
        steps = path(to: offset, json, element).map { ["[]"] + $0 }
        return false
      }
    }
    return steps
  }

  private func name(ofRequired bit: UInt64, of node: Int) -> String? {
    properties[nodes[node].properties].first { $0.requiredBit == bit }
      .map { String(decoding: names[$0.name], as: UTF8.self) }
  }

  private func expectation(_ fault: SchemaFault) -> String {
    let node = nodes[fault.node]
    switch fault.rule {
    case .kind: return node.kindNames
    case .integer: return "a whole number"
    case .minLength: return "some text (an unknown value is left out)"
    case .minimum: return "at least \(JSON(node.minimum ?? 0).text)"
    case .maximum: return "at most \(JSON(node.maximum ?? 0).text)"
    case .format: return node.format?.expectation ?? "another format"
    case .choice:
      return choices[node.choices].map { "\"\(String(decoding: $0, as: UTF8.self))\"" }.joined(separator: ", ")
    case .missing: return "to be there"
    }
  }
}

extension SchemaNode {
  /// The names of the kinds that are allowed, for messages.
  fileprivate var kindNames: String {
    let names: [(Record.Kind, String)] = [
      (.string, "a string"), (.number, needsInteger ? "a whole number" : "a number"), (.bool, "true or false"),
      (.object, "an object"), (.array, "an array"),
    ]
    return names.filter { kinds & $0.0.bit != 0 }.map(\.1).joined(separator: " or ")
  }
}
