import JSONLines

/// Where a template's variables come from: a record, and variables that stand beside its members and hide them.
public struct TemplateData: Sendable {
  private let record: Record
  private let own: [(name: String, value: Value)]

  /// The members of a record, and variables that hide members of the same name.
  public init(_ record: Record, own: [(name: String, value: Value)] = []) {
    self.record = record
    self.own = own
  }

  /// The members of an object.
  public init(_ object: ValueObject) {
    record = Self.nothing
    // The last of equal names counts, as it does in the object.
    own = object.members.reversed().map { ($0.key, $0.value) }
  }

  private static let nothing = Record()

  /// The variable of that name that hides the record's; nil when the record is asked.
  @inline(__always)
  private func hiding(_ name: String) -> Value? {
    if own.isEmpty { return nil }
    for variable in own where variable.name == name { return variable.value }
    return nil
  }

  /// The value of a variable, `.undefined` when there is none.
  func value(_ name: String) -> Value {
    hiding(name) ?? record.value(at: JSONPath(member: name)) ?? .undefined
  }

  /// The value at a path of members that begins with `root`, found without decoding what is around it; nil when there is
  /// none, or when a variable hides the record's.
  func value(at path: JSONPath, of root: String) -> Value? {
    hiding(root) == nil ? record.value(at: path) : nil
  }

  /// Appends the text of the value at a path without making a value of it; false, and nothing appended, when there is
  /// none, when it is blank, or when it is for the renderer to write.
  func write(_ path: JSONPath, of root: String, to out: inout [UInt8]) -> Bool {
    hiding(root) == nil && record.write(path, to: &out)
  }

  /// The integer at a path; nil when there is none.
  func integer(at path: JSONPath, of root: String) -> Int? {
    hiding(root) == nil ? record.shortInteger(path) : nil
  }
}
