// What check-records asks of each record, beyond being valid JSON.
import Bytes
import JSONLines

/// Checks records against the schemas of their types.
public struct RecordCheck: Sendable {
  /// What is wrong with a record.
  public struct Fault: Sendable, Equatable {
    /// What was expected, and where.
    public let reason: String
    /// The column in bytes from 1.
    public let column: Int
  }

  private var types: RecordTypes
  private let required: Schema?
  private let strict: Bool

  /// A check by each record's own type, or against `required` for all; `strict` refuses duplicate members and types that
  /// nobody has defined.
  public init(_ types: RecordTypes, required: Schema? = nil, strict: Bool = false) {
    self.types = types
    self.required = required
    self.strict = strict
  }

  /// The first fault of the record that `index` describes, or nil; its column counts from the start of `line`. A record
  /// without a type, or of an unknown one, is only asked to be JSON.
  public mutating func fault(_ json: RawSpan, _ line: Range<Int>, _ index: MemberIndex) -> Fault? {
    if strict, let (name, offset) = index.duplicate(in: json) {
      return Fault(reason: "\(name): the member stands twice", column: offset - line.lowerBound + 1)
    }
    guard let schema = required ?? types.schema(of: json, index) else {
      return strict ? Fault(reason: "type: expected one of \(types.names.joined(separator: ", "))", column: 1) : nil
    }
    return schema.violation(json, index).map { Fault(reason: $0.reason, column: $0.offset - line.lowerBound + 1) }
  }
}
