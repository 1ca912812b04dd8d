import Bytes

/// A part of a message that is not its text.
public struct Attachment: Sendable {
  /// The file name it was given, without folders.
  public var name: String?
  /// `type/subtype`.
  public var mediaType: String
  /// Its size in bytes, decoded.
  public var size: Int
  /// The SHA-256 of its decoded bytes, in hexadecimal.
  public var sha256: String
  /// Where it lies in the message, encoded; nil for a file that stood inside a text or another file.
  public var range: Range<Int>?
  /// The path that it was saved at.
  public var file: String?
  /// Its bytes when it has no range.
  public var content: [UInt8]?
  /// How it is encoded there.
  public var encoding: TransferEncoding
}

extension Attachment {
  /// An attachment of decoded `bytes`.
  init(name: String?, mediaType: String, bytes: [UInt8], range: Range<Int>?, encoding: TransferEncoding) {
    self.name = name.flatMap(Self.fileName)
    self.mediaType = mediaType
    size = bytes.count
    sha256 = SHA256.hexadecimal(SHA256.hash(bytes))
    self.range = range
    content = range == nil ? bytes : nil
    self.encoding = encoding
  }

  /// The attachment with its decoded bytes instead of its place in `bytes`.
  func apart(from bytes: [UInt8]) -> Attachment {
    guard let range else { return self }
    var copy = self
    copy.content = encoding.decode(bytes[range]).bytes
    copy.range = nil
    return copy
  }

  /// The last component of a path of either kind, without control characters, at most 255 bytes.
  static func fileName(_ name: String) -> String? {
    let last = name.utf8.split { $0 == 0x2F || $0 == 0x5C }.last.map(Array.init) ?? []
    let clean = last.filter { $0 >= 0x20 && $0 != 0x7F }[...].trimmed
    guard !clean.isEmpty, clean.count <= 1_000 else { return clean.isEmpty ? nil : clean.prefix(255).text }
    return clean.text
  }
}
