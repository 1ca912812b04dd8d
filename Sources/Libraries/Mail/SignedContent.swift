import Bytes

/// What an `application/pkcs7-mime` part holds (CMS, RFC 5652, in BER).
enum SignedContent: Equatable {
  /// A MIME entity with its signature round it.
  case signed([UInt8])
  /// Something for its receiver only.
  case encrypted
  /// Neither, or not to be read.
  case unknown

  /// Reads the outer structure only: no signature is checked, no certificate is looked at.
  static func read(_ bytes: [UInt8]) -> SignedContent {
    var reader = BERReader(bytes)
    guard reader.enter(BERReader.sequence), let kind = reader.value(BERReader.objectIdentifier) else { return .unknown }
    if kind.elementsEqual(pkcs7 + [3]) || kind.elementsEqual(smime + [1, 23]) { return .encrypted }
    guard kind.elementsEqual(pkcs7 + [2]), reader.enter(BERReader.explicit), reader.enter(BERReader.sequence),
      reader.skip(), reader.skip(), reader.enter(BERReader.sequence),
      reader.value(BERReader.objectIdentifier)?.elementsEqual(pkcs7 + [1]) == true, reader.enter(BERReader.explicit),
      let content = reader.octets()
    else { return .unknown }
    return .signed(content)
  }

  /// 1.2.840.113549.1.7, of which 1 is data, 2 signed and 3 enveloped data.
  private static let pkcs7: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
  /// 1.2.840.113549.1.9.16, of which 1.23 is enveloped data with its authentication.
  private static let smime: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10]
}

/// Walks over BER (ITU-T X.690): tags of one byte, lengths definite or not.
struct BERReader {
  static let objectIdentifier: UInt8 = 0x06
  static let octetString: UInt8 = 0x04
  static let sequence: UInt8 = 0x30
  static let explicit: UInt8 = 0xA0

  private static let depthLimit = 16
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Goes into the element with `tag` that stands here.
  mutating func enter(_ tag: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == tag else { return false }
    return head() != nil
  }

  /// The content of the element with `tag` that stands here, which has a length.
  mutating func value(_ tag: UInt8) -> ArraySlice<UInt8>? {
    guard at < bytes.count, bytes[at] == tag, let length = head()?.length else { return nil }
    at += length
    return bytes[(at - length)..<at]
  }

  /// Passes the element that stands here.
  mutating func skip(depth: Int = 0) -> Bool {
    guard depth < Self.depthLimit, let head = head() else { return false }
    if let length = head.length {
      at += length
      return true
    }
    while !atEnd {
      guard skip(depth: depth + 1) else { return false }
    }
    at = min(at + 2, bytes.count)
    return true
  }

  /// The bytes of an octet string, in one piece or in several.
  mutating func octets() -> [UInt8]? {
    if let whole = value(Self.octetString) { return Array(whole) }
    guard at < bytes.count, bytes[at] == Self.octetString | 0x20, let head = head() else { return nil }
    let end = head.length.map { at + $0 } ?? bytes.count
    var out: [UInt8] = []
    while at < end, !atEnd, let piece = value(Self.octetString) { out += piece }
    return out
  }

  /// Whether the end of an element without a length stands here, or of all.
  private var atEnd: Bool {
    at + 1 >= bytes.count || (bytes[at] == 0 && bytes[at + 1] == 0)
  }

  /// Reads tag and length; the length is nil when the element's end is marked instead. What is cut off counts as there.
  private mutating func head() -> (tag: UInt8, length: Int?)? {
    guard at + 1 < bytes.count, bytes[at] & 0x1F != 0x1F else { return nil }
    let tag = bytes[at]
    let first = bytes[at + 1]
    at += 2
    if first == 0x80 { return (tag, nil) }
    guard first > 0x80 else { return (tag, min(Int(first), bytes.count - at)) }
    let digits = Int(first & 0x7F)
    guard digits <= 4, at + digits <= bytes.count else { return nil }
    let length = bytes[at..<(at + digits)].reduce(0) { $0 << 8 | Int($1) }
    at += digits
    return (tag, min(length, bytes.count - at))
  }
}
