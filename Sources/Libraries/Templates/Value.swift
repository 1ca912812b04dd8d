/// The values that a template computes with: JSON's, plus what only Liquid knows.
public indirect enum Value: Sendable {
  /// No such variable or member; prints nothing, is false, and is an error where the template demands a value.
  case undefined
  case null
  case bool(Bool)
  case int(Int)
  case real(Double)
  case string(String)
  case array([Value])
  case object(ValueObject)
  /// `(first..last)`, never materialised before it is looped over.
  case range(Int, Int)
  /// The literal `empty`: equal to an empty string, array or object.
  case empty
  /// The literal `blank`: equal to whatever is empty, nil, false or only white space.
  case blank
}

/// An object whose members keep their order; small, so a look-up walks.
public struct ValueObject: Sendable {
  /// The members, first to last.
  public var members: [(key: String, value: Value)]

  /// An object of these members.
  public init(_ members: [(key: String, value: Value)] = []) {
    self.members = members
  }

  /// The value of the last member of that name; setting appends or replaces.
  public subscript(key: String) -> Value? {
    get {
      members.last { $0.key == key }?.value
    }
    set {
      guard let newValue else { return members.removeAll { $0.key == key } }
      if let index = members.lastIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else {
        members.append((key, newValue))
      }
    }
  }
}

extension Value {
  /// False, nil and what does not exist are false; all else is true, zero and the empty string too.
  public var isTruthy: Bool {
    switch self {
    case .undefined, .null, .bool(false): false
    default: true
    }
  }

  /// Whether there is no value at all.
  public var isNil: Bool {
    switch self {
    case .undefined, .null: true
    default: false
    }
  }

  /// Whether `empty` equals it.
  var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let items): items.isEmpty
    case .object(let object): object.members.isEmpty
    case .empty: true
    default: false
    }
  }

  /// Whether `blank` equals it.
  var isBlank: Bool {
    switch self {
    case .undefined, .null, .bool(false), .blank: true
    case .string(let text): text.utf8.allSatisfy(isSpace)
    case .empty: false
    default: isEmpty
    }
  }

  /// The member, element or property of that name.
  func member(_ name: String) -> Value {
    switch self {
    case .object(let object):
      if let value = object[name] { return value }
      return property(name)
    default:
      return property(name)
    }
  }

  private func property(_ name: String) -> Value {
    switch (self, name) {
    case (.array(let items), "first"): items.first ?? .null
    case (.array(let items), "last"): items.last ?? .null
    case (.range(let low, let high), "first"): low <= high ? .int(low) : .null
    case (.range(let low, let high), "last"): low <= high ? .int(high) : .null
    case (.object(let object), "first"):
      object.members.first.map { .array([.string($0.key), $0.value]) } ?? .undefined
    case (.string(let text), "first"): text.unicodeScalars.first.map { .string(String($0)) } ?? .null
    case (.string(let text), "last"): text.unicodeScalars.last.map { .string(String($0)) } ?? .null
    case (.array, "size"), (.object, "size"), (.string, "size"), (.range, "size"): .int(count)
    default: .undefined
    }
  }

  /// How many elements, members or code points it has.
  var count: Int {
    switch self {
    case .string(let text): return text.unicodeScalars.count
    case .array(let items): return items.count
    case .object(let object): return object.members.count
    case .range(let low, let high):
      let (size, overflow) = high.subtractingReportingOverflow(low)
      return overflow ? Int.max : max(0, size == Int.max ? size : size + 1)
    default: return 0
    }
  }

  /// What `[key]` finds.
  func element(_ key: Value) -> Value {
    switch (self, key) {
    case (_, .string(let name)): return member(name)
    case (.array(let items), .int(let index)):
      let place = index < 0 ? items.count &+ index : index
      return items.indices.contains(place) ? items[place] : .undefined
    case (.range(let low, let high), .int(let index)):
      let place = index < 0 ? high &+ index &+ 1 : low &+ index
      return place >= low && place <= high ? .int(place) : .undefined
    default: return .undefined
    }
  }
}

/// White space as Liquid trims it: ASCII only.
@inline(__always)
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
}
