// Checks records against a schema where they lie, without decoding them. The check itself only says where a record goes
// wrong; the words are found afterwards, by `SchemaViolation`.
import Bytes
import JSONLines

/// What was expected of a value, and where it lies.
struct SchemaFault {
  /// What was not as expected.
  enum Rule {
    case kind, integer, minLength, minimum, maximum, format, choice
    /// A required property is missing, told by its bit.
    case missing(UInt64)
  }

  let rule: Rule
  let node: Int
  /// The offset of the value, or of the object that lacks a property.
  let offset: Int
}

extension Schema {
  /// The first fault of the record that `index` describes, or nil.
  func fault(_ json: RawSpan, _ index: MemberIndex) -> SchemaFault? {
    var seen: UInt64 = 0
    for place in 0..<index.count {
      if let fault = checkMember(json, index.key(place), index.value(place), of: 0, &seen) { return fault }
    }
    return missing(seen, node: 0, offset: index.record.lowerBound)
  }

  private func checkMember(
    _ json: RawSpan, _ key: Range<Int>, _ value: Range<Int>, of node: Int, _ seen: inout UInt64
  ) -> SchemaFault? {
    let place = property(json, key.lowerBound &+ 1..<key.upperBound &- 1, of: node)
    guard place >= 0 else { return nil }
    seen |= properties[place].requiredBit
    return check(json, value, node: properties[place].node)
  }

  private func missing(_ seen: UInt64, node: Int, offset: Int) -> SchemaFault? {
    let missing = nodes[node].required & ~seen
    return missing == 0 ? nil : SchemaFault(rule: .missing(missing & (0 &- missing)), node: node, offset: offset)
  }

  /// The place of the property called `name` of the object `node`, or -1.
  func property(_ json: RawSpan, _ name: Range<Int>, of node: Int) -> Int {
    let table = nodes[node].properties
    guard !table.isEmpty, !name.isEmpty else { return -1 }
    var slot = SchemaProperty.hash(
      count: name.count, first: json.byte(name.lowerBound), last: json.byte(name.upperBound &- 1))
    // The table is at most half full, so that a free slot ends the search.
    while true {
      let place = table.lowerBound &+ (slot & (table.count &- 1))
      let known = properties[place].name
      if known.isEmpty { return -1 }
      if known.count == name.count, json.equals(names, known, in: name) { return place }
      slot &+= 1
    }
  }

  private func check(_ json: RawSpan, _ range: Range<Int>, node: Int) -> SchemaFault? {
    let kind = Record.Kind(firstByte: json.byte(range.lowerBound))
    let kinds = nodes[node].kinds
    if kinds != 0, kinds & kind.bit == 0 { return SchemaFault(rule: .kind, node: node, offset: range.lowerBound) }
    switch kind {
    case .string: return checkString(json, range, node)
    case .number: return checkNumber(json, range, node)
    case .object: return checkObject(json, range, node)
    case .array: return checkArray(json, range, node)
    case .bool, .null: return nil
    }
  }

  private func checkObject(_ json: RawSpan, _ range: Range<Int>, _ node: Int) -> SchemaFault? {
    guard !nodes[node].properties.isEmpty else { return nil }
    var seen: UInt64 = 0
    var fault: SchemaFault?
    JSONTree.eachMember(json, range) { key, value in
      fault = checkMember(json, key, value, of: node, &seen)
      return fault == nil
    }
    return fault ?? missing(seen, node: node, offset: range.lowerBound)
  }

  private func checkArray(_ json: RawSpan, _ range: Range<Int>, _ node: Int) -> SchemaFault? {
    let items = nodes[node].items
    guard items >= 0, range.count > 2 else { return nil }
    var fault: SchemaFault?
    JSONTree.eachElement(json, range) { element in
      fault = check(json, element, node: items)
      return fault == nil
    }
    return fault
  }

  private func checkString(_ json: RawSpan, _ range: Range<Int>, _ node: Int) -> SchemaFault? {
    let inner = range.lowerBound &+ 1..<range.upperBound &- 1
    if inner.count < nodes[node].minLength {
      return SchemaFault(rule: .minLength, node: node, offset: range.lowerBound)
    }
    if let format = nodes[node].format, !format.matches(json, inner) {
      return SchemaFault(rule: .format, node: node, offset: range.lowerBound)
    }
    if !nodes[node].choices.isEmpty, !isChoice(json, range, nodes[node].choices) {
      return SchemaFault(rule: .choice, node: node, offset: range.lowerBound)
    }
    return nil
  }

  private func isChoice(_ json: RawSpan, _ range: Range<Int>, _ places: Range<Int>) -> Bool {
    for place in places where json.equals(choices[place], in: range.lowerBound + 1..<range.upperBound - 1) {
      return true
    }
    // Spelt with escapes, perhaps.
    let text = Array(JSONText.string(json, range).utf8)
    return places.contains { choices[$0] == text }
  }

  private func checkNumber(_ json: RawSpan, _ range: Range<Int>, _ node: Int) -> SchemaFault? {
    let minimum = nodes[node].minimum
    let maximum = nodes[node].maximum
    guard nodes[node].needsInteger || minimum != nil || maximum != nil else { return nil }
    let isPlain = !range.contains { json.byte($0) &- UInt8(ascii: "0") > 9 }
    if nodes[node].needsInteger, !isPlain, range.contains(where: { ".eE".utf8.contains(json.byte($0)) }) {
      return SchemaFault(rule: .integer, node: node, offset: range.lowerBound)
    }
    // Digits alone, the first of them not 0, are at least 1: nothing to compute for most counts and offsets.
    let floor: Double = json.byte(range.lowerBound) == UInt8(ascii: "0") ? 0 : 1
    if isPlain, maximum == nil, minimum ?? 0 <= floor { return nil }
    let value = Double(json.text(range)) ?? .infinity
    if let minimum, value < minimum { return SchemaFault(rule: .minimum, node: node, offset: range.lowerBound) }
    if let maximum, value > maximum { return SchemaFault(rule: .maximum, node: node, offset: range.lowerBound) }
    return nil
  }
}
