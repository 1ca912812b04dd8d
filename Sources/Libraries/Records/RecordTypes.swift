// The record types that kith-records(5) defines, each with its schema.
import Bytes
import CSchemas
import JSONLines

/// The schemas of all record types. Each is compiled when the first record of its type comes, since most runs meet few.
public struct RecordTypes: Sendable {
  private var types: [(name: [UInt8], schema: Schema?)]

  /// The types of the embedded schemas.
  public init() {
    types = (0..<kith_schema_count()).map { (Array(String(cString: kith_schema_at($0).type).utf8), nil) }
  }

  /// The names of all types, sorted.
  public var names: [String] { types.map { String(decoding: $0.name, as: UTF8.self) } }

  /// The schema of the type called `name`.
  public func schema(_ name: String) -> Schema? {
    Self.text(name).flatMap { try? Schema(parsing: $0) }
  }

  /// The schema of the type that the record described by `index` says it is of, or nil for none or another.
  mutating func schema(of json: RawSpan, _ index: MemberIndex) -> Schema? {
    guard let place = index.index(of: Self.typeMember, in: json) else { return nil }
    let value = index.value(place)
    guard json.byte(value.lowerBound) == UInt8(ascii: "\"") else { return nil }
    for number in types.indices
    where json.equals(types[number].name, in: value.lowerBound + 1..<value.upperBound - 1) {
      if types[number].schema == nil {
        types[number].schema = schema(String(decoding: types[number].name, as: UTF8.self))
      }
      return types[number].schema
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
