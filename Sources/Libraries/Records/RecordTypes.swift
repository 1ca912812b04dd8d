// The record types that kith-records(5) defines, each with its schema.
import Bytes
import CSchemas
import JSONLines

/// The schemas of all record types.
public struct RecordTypes: Sendable {
  private let schemas: [(type: [UInt8], schema: Schema)]

  /// Reads the embedded schemas.
  public init() throws {
    schemas = try (0..<kith_schema_count()).map { index in
      let entry = kith_schema_at(index)
      // Sound: both point to constants of the program, of the lengths that the entry states.
      let text = Array(UnsafeBufferPointer(start: entry.text, count: entry.length))
      return (Array(String(cString: entry.type).utf8), try Schema(parsing: text))
    }
  }

  /// The names of all types, sorted.
  public var names: [String] { schemas.map { String(decoding: $0.type, as: UTF8.self) } }

  /// The schema of the type called `name`.
  public func schema(_ name: String) -> Schema? {
    schemas.first { $0.type.elementsEqual(name.utf8) }?.schema
  }

  /// The schema of the type that the record described by `index` says it is of, or nil for none or another.
  func schema(of json: RawSpan, _ index: MemberIndex) -> Schema? {
    guard let place = index.index(of: Self.typeMember, in: json) else { return nil }
    let value = index.value(place)
    guard json.byte(value.lowerBound) == UInt8(ascii: "\"") else { return nil }
    for (type, schema) in schemas where json.equals(type, in: value.lowerBound + 1..<value.upperBound - 1) {
      return schema
    }
    return nil
  }

  private static let typeMember = Array("type".utf8)

  /// The text of the schema of the type called `name`, as it is installed.
  public static func text(_ name: String) -> [UInt8]? {
    for index in 0..<kith_schema_count() where String(cString: kith_schema_at(index).type) == name {
      let entry = kith_schema_at(index)
      // Sound: the text is a constant of the program, of the length that the entry states.
      return Array(UnsafeBufferPointer(start: entry.text, count: entry.length))
    }
    return nil
  }
}
