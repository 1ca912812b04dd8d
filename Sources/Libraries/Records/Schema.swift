// JSON Schema (draft 2020-12), as far as the schemas of the record types use it: type, const, enum, properties, required,
// items, minLength, minimum, maximum, format and references to $defs. Anything else is refused when a schema is read.
import Bytes
import JSONLines

/// Why a schema cannot be used.
public struct SchemaError: Error, Sendable, Equatable {
  /// The keyword, and what is wrong with it.
  public let reason: String
}

/// A schema, ready to be checked against values. It is kept as tables of plain numbers, which a check walks through
/// without counting references.
public struct Schema: Sendable {
  /// What each place in a record must hold; the first one is the record itself.
  var nodes: [SchemaNode] = []
  var properties: [SchemaProperty] = []
  /// The names of all properties as UTF-8, one after the other.
  var names: [UInt8] = []
  /// The strings of all enumerations as UTF-8.
  var choices: [[UInt8]] = []

  /// The schema that `text` spells.
  public init(parsing text: [UInt8]) throws {
    let json = try JSON(parsing: text)
    var reader = SchemaReader(definitions: json["$defs"]?.object ?? [:])
    _ = try reader.read(json)
    self = reader.schema
  }

  init() {}
}

/// What one place in a record must hold.
struct SchemaNode: Sendable {
  /// The kinds of values that are allowed, a bit each; 0 allows all.
  var kinds: UInt8 = 0
  var needsInteger = false
  var format: SchemaFormat?
  /// Places in the table of properties: a hash table of a power of two slots, empty when nothing is known.
  var properties = 0..<0
  /// A bit for each required property.
  var required: UInt64 = 0
  /// The node of an array's elements, or -1.
  var items = -1
  /// Places in the table of choices; empty when all strings are allowed.
  var choices = 0..<0
  var minLength = 0
  var minimum: Double?
  var maximum: Double?
}

/// A property of an object, or a free slot of the hash table.
struct SchemaProperty: Sendable {
  /// Its name's place among the names; empty for a free slot.
  var name = 0..<0
  /// What it must hold.
  var node = -1
  /// Its bit among the required ones; 0 when it is not required.
  var requiredBit: UInt64 = 0

  /// The slot at which a search for a name begins, before it is cut to the size of the table.
  @inline(__always)
  static func hash(count: Int, first: UInt8, last: UInt8) -> Int {
    count &* 5 &+ Int(first) &+ Int(last) &* 11
  }
}

extension Record.Kind {
  /// A bit for the kind, for sets of kinds.
  var bit: UInt8 {
    switch self {
    case .null: 1
    case .bool: 2
    case .number: 4
    case .string: 8
    case .array: 16
    case .object: 32
    }
  }
}

/// Turns the tree of a schema into tables.
private struct SchemaReader {
  let definitions: JSONObject
  var schema = Schema()
  private var known: [String: Int] = [:]
  private static let annotations: Set<String> = ["$schema", "$defs", "title", "description", "required"]

  init(definitions: JSONObject) {
    self.definitions = definitions
  }

  /// Reads a schema and everything in it; returns its node.
  mutating func read(_ json: JSON) throws -> Int {
    guard let object = json.object else { throw SchemaError(reason: "a schema is an object") }
    if let reference = object["$ref"] { return try resolve(reference) }
    let place = schema.nodes.count
    schema.nodes.append(SchemaNode())
    var node = SchemaNode()
    for (keyword, value) in object.members where !Self.annotations.contains(keyword) {
      try read(keyword, value, object["required"]?.strings ?? [], into: &node)
    }
    schema.nodes[place] = node
    return place
  }

  private mutating func resolve(_ reference: JSON) throws -> Int {
    let name = reference.string?.split(separator: "/").last.map(String.init) ?? ""
    if let node = known[name] { return node }
    guard reference.string == "#/$defs/\(name)", let definition = definitions[name] else {
      throw SchemaError(reason: "$ref: no definition \(reference.text)")
    }
    known[name] = schema.nodes.count
    return try read(definition)
  }

  private mutating func read(
    _ keyword: String, _ value: JSON, _ required: [String], into node: inout SchemaNode
  ) throws {
    switch keyword {
    case "type": for name in value.strings { try add(type: name, to: &node) }
    case "const", "enum":
      let start = schema.choices.count
      schema.choices += value.strings.map { Array($0.utf8) }
      node.choices = start..<schema.choices.count
      node.kinds = Record.Kind.string.bit
    case "minLength": node.minLength = value.int ?? 0
    case "minimum": node.minimum = value.double
    case "maximum": node.maximum = value.double
    case "items": node.items = try read(value)
    case "format":
      guard let format = value.string.flatMap(SchemaFormat.init) else {
        throw SchemaError(reason: "format: unknown \(value.text)")
      }
      node.format = format
    case "properties": try add(properties: value, required, to: &node)
    default: throw SchemaError(reason: "unknown keyword \(keyword)")
    }
  }

  private func add(type name: String, to node: inout SchemaNode) throws {
    let kinds: [String: Record.Kind] = [
      "string": .string, "number": .number, "integer": .number, "boolean": .bool, "object": .object, "array": .array,
    ]
    guard let kind = kinds[name] else { throw SchemaError(reason: "type: unknown \(name)") }
    node.kinds |= kind.bit
    if name == "integer" { node.needsInteger = true }
  }

  private mutating func add(properties: JSON, _ required: [String], to node: inout SchemaNode) throws {
    let members = properties.object?.members ?? []
    guard required.count <= 64 else { throw SchemaError(reason: "required: more than 64 names") }
    guard required.allSatisfy({ name in members.contains { $0.key == name } }) else {
      throw SchemaError(reason: "required: names a property that is not described")
    }
    var slots = 4
    while slots < 2 * members.count { slots *= 2 }
    var table = [SchemaProperty](repeating: SchemaProperty(), count: slots)
    for (name, property) in members where !name.isEmpty {
      let place = required.firstIndex(of: name)
      let bit = place.map { UInt64(1) << UInt64($0) } ?? 0
      node.required |= bit
      let start = schema.names.count
      schema.names += name.utf8
      let entry = SchemaProperty(name: start..<schema.names.count, node: try read(property), requiredBit: bit)
      var slot = SchemaProperty.hash(count: name.utf8.count, first: name.utf8.first ?? 0, last: name.utf8.last ?? 0)
      while !table[slot & (slots - 1)].name.isEmpty { slot += 1 }
      table[slot & (slots - 1)] = entry
    }
    node.properties = schema.properties.count..<schema.properties.count + slots
    schema.properties += table
  }
}
