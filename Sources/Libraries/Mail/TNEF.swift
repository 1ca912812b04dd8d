import Bytes

/// Outlook's `winmail.dat` (Microsoft [MS-OXTNEF]): the text and the files that it hides.
struct TNEF {
  /// A file inside.
  struct File {
    var name: String?
    var mediaType: String?
    var bytes: [UInt8]
  }

  /// The text in UTF-8: plain, or read from HTML or RTF; empty when there is none.
  private(set) var text: [UInt8] = []
  /// The files in their order.
  private(set) var files: [File] = []

  /// No container is read for more files or attributes than this.
  private static let fileLimit = 200
  private static let attributeLimit = 20_000

  private var codepage = "windows-1252"
  private var body: [UInt8] = []
  private var rich = MessageText()

  /// Reads a container; nil when the bytes do not begin as one. Damage ends the reading, what came before is kept.
  init?(_ bytes: [UInt8], _ charsets: CharsetDecoder) {
    var reader = LittleEndianReader(bytes[...])
    guard reader.uint32() == 0x223E_9F78, reader.uint16() != nil else { return nil }
    for _ in 0..<Self.attributeLimit {
      guard let level = reader.uint8(), let tag = reader.uint32(), let length = reader.uint32(),
        let data = reader.bytes(Int(length)), level == 1 || level == 2
      else { break }
      take(Attribute(rawValue: tag), data, charsets)
      guard reader.uint16() != nil else { break }
    }
    text = chosenText(charsets)
  }

  /// The attributes that are read ([MS-OXTNEF], 2.1.3.3).
  private enum Attribute: UInt32 {
    case codepage = 0x0006_9007
    case body = 0x0002_800C
    case messageProperties = 0x0006_9003
    case newFile = 0x0006_9002
    case fileTitle = 0x0001_8010
    case fileData = 0x0006_800F
    case fileProperties = 0x0006_9005
  }

  private mutating func take(_ attribute: Attribute?, _ data: ArraySlice<UInt8>, _ charsets: CharsetDecoder) {
    switch attribute {
    case .codepage:
      var reader = LittleEndianReader(data)
      if let page = reader.uint32() { codepage = page == 65_001 ? "utf-8" : "cp\(page)" }
    case .body: body = Array(data.prefix { $0 != 0 })
    case .messageProperties:
      for property in MAPIProperty.list(data) { rich.take(property, codepage, charsets) }
    case .newFile where files.count < Self.fileLimit: files.append(File(name: nil, mediaType: nil, bytes: []))
    case .fileTitle: name(Array(data.prefix { $0 != 0 }), codepage, charsets)
    case .fileData where !files.isEmpty: files[files.count - 1].bytes = Array(data)
    case .fileProperties:
      for property in MAPIProperty.list(data) { takeFile(property, charsets) }
    default: break
    }
  }

  private mutating func name(_ raw: [UInt8], _ charset: String, _ charsets: CharsetDecoder) {
    guard !files.isEmpty, files[files.count - 1].name == nil, !raw.isEmpty else { return }
    files[files.count - 1].name = charsets.utf8(raw[...], charset: charset).text.text
  }

  /// Properties of a file ([MS-OXPROPS]): its long name counts more than its title.
  private mutating func takeFile(_ property: MAPIProperty, _ charsets: CharsetDecoder) {
    guard !files.isEmpty else { return }
    switch property.id {
    case 0x3707: files[files.count - 1].name = property.text(codepage, charsets) ?? files[files.count - 1].name
    case 0x370E: files[files.count - 1].mediaType = property.text(codepage, charsets)
    case 0x3701 where files[files.count - 1].bytes.isEmpty: files[files.count - 1].bytes = Array(property.value)
    default: break
    }
  }

  private func chosenText(_ charsets: CharsetDecoder) -> [UInt8] {
    if !body.isEmpty { return LineBreaks.normalized(charsets.utf8(body[...], charset: codepage).text) }
    if !rich.plain.isEmpty { return LineBreaks.normalized(rich.plain) }
    if !rich.html.isEmpty { return HTMLText.convert(rich.html) }
    return rich.rtf.isEmpty ? [] : RTFText.convert(rich.rtf, charsets)
  }
}

extension TNEF {
  /// The forms of the text among a message's properties.
  private struct MessageText {
    var plain: [UInt8] = []
    var html: [UInt8] = []
    var rtf: [UInt8] = []

    mutating func take(_ property: MAPIProperty, _ codepage: String, _ charsets: CharsetDecoder) {
      switch property.id {
      case 0x1000: plain = Array((property.text(codepage, charsets) ?? "").utf8)
      case 0x1009: rtf = CompressedRTF.expand(property.value)
      case 0x1013: html = charsets.utf8(property.value, charset: codepage).text
      default: break
      }
    }
  }
}

/// One property of a list ([MS-OXTNEF], 2.1.3.4): its id, its type and its (first) value.
struct MAPIProperty {
  var id: UInt16
  var type: UInt16
  var value: ArraySlice<UInt8>

  private static let limit = 5_000

  /// The properties of a list; damage ends it.
  static func list(_ data: ArraySlice<UInt8>) -> [MAPIProperty] {
    var reader = LittleEndianReader(data)
    var found: [MAPIProperty] = []
    guard let count = reader.uint32() else { return [] }
    for _ in 0..<min(Int(count), limit) {
      guard let property = next(&reader) else { break }
      found.append(property)
    }
    return found
  }

  private static func next(_ reader: inout LittleEndianReader) -> MAPIProperty? {
    guard let type = reader.uint16(), let id = reader.uint16() else { return nil }
    if id >= 0x8000, !skipName(&reader) { return nil }
    if let size = sizes[type & 0x0FFF] {
      let count = type & 0x1000 == 0 ? 1 : Int(reader.uint32() ?? 0)
      guard count <= limit, let value = reader.bytes(size * count) else { return nil }
      return MAPIProperty(id: id, type: type, value: value)
    }
    guard let count = reader.uint32(), count <= limit else { return nil }
    var first: ArraySlice<UInt8> = []
    for index in 0..<Int(count) {
      guard let length = reader.uint32(), let value = reader.bytes(Int(length)),
        reader.bytes((4 - Int(length) % 4) % 4) != nil
      else { return nil }
      if index == 0 { first = value }
    }
    return MAPIProperty(id: id, type: type, value: first)
  }

  /// Skips the name of a named property.
  private static func skipName(_ reader: inout LittleEndianReader) -> Bool {
    guard reader.bytes(16) != nil, let kind = reader.uint32() else { return false }
    if kind == 0 { return reader.uint32() != nil }
    guard let length = reader.uint32(), reader.bytes(Int(length)) != nil else { return false }
    return reader.bytes((4 - Int(length) % 4) % 4) != nil
  }

  /// Bytes that values of the types of fixed size take, padded to four.
  private static let sizes: [UInt16: Int] = [
    0x02: 4, 0x03: 4, 0x04: 4, 0x05: 8, 0x06: 8, 0x07: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16,
  ]

  /// The value as text: UTF-16 or in the message's codepage.
  func text(_ codepage: String, _ charsets: CharsetDecoder) -> String? {
    guard type == 0x1E || type == 0x1F else { return nil }
    let text = charsets.utf8(value, charset: type == 0x1F ? "utf-16le" : codepage).text
    let clean = text.prefix { $0 != 0 }
    return clean.isEmpty ? nil : clean.text
  }
}

/// Reads numbers with their lowest byte first.
struct LittleEndianReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  /// The next `count` bytes, nil when there are not as many.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func uint8() -> UInt8? { bytes(1)?.first }

  mutating func uint16() -> UInt16? {
    bytes(2).map { $0.reversed().reduce(0) { $0 << 8 | UInt16($1) } }
  }

  mutating func uint32() -> UInt32? {
    bytes(4).map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
  }
}
