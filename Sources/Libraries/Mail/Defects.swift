/// What was wrong with a message and read nevertheless.
public enum Defect: String, Sendable, CaseIterable {
  /// An address header that holds no address.
  case badAddress = "bad_address"
  /// Text that is not what its charset promises.
  case badCharset = "bad_charset"
  /// A date that cannot be read or trusted.
  case badDate = "bad_date"
  /// base64, quoted-printable or uuencode with foreign bytes.
  case badEncoding = "bad_encoding"
  /// A body that only its receiver can read.
  case encrypted
  /// A line in the header that is no field.
  case badHeader = "bad_header"
  /// A multipart body without its boundary.
  case missingBoundary = "missing_boundary"
  /// No date in the header.
  case missingDate = "missing_date"
  /// No sender in the header.
  case missingFrom = "missing_from"
  /// No message id in the header.
  case missingMessageID = "missing_message_id"
  /// Longer than the limit; only the header was read.
  case tooLong = "too_long"
  /// One piece of a message that was sent in several.
  case partial
  /// Nested or divided beyond the limit.
  case tooManyParts = "too_many_parts"
  /// A multipart body that ends before its last delimiter.
  case unclosedPart = "unclosed_part"
}

/// A set of defects, listed in a fixed order.
public struct Defects: Sendable, Equatable {
  private var bits: UInt32 = 0

  /// No defects.
  public init() {}

  /// Adds one.
  public mutating func insert(_ defect: Defect) {
    bits |= Self.bit(defect)
  }

  /// Adds those of `other`.
  public mutating func formUnion(_ other: Defects) {
    bits |= other.bits
  }

  /// Whether `defect` is among them.
  public func contains(_ defect: Defect) -> Bool {
    bits & Self.bit(defect) != 0
  }

  /// Their names, sorted.
  public var names: [String] {
    bits == 0 ? [] : Defect.allCases.filter(contains).map(\.rawValue).sorted()
  }

  private static func bit(_ defect: Defect) -> UInt32 {
    Defect.allCases.firstIndex(of: defect).map { 1 << UInt32($0) } ?? 0
  }
}
