/// The page inside an MHTML file, which is a MIME message of one page and its pictures and styles.
struct MHTML {
  let html: [UInt8]
  let charset: String?
  let url: String?
  let date: String?

  /// Whether a file starts like a MIME message that a browser wrote.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 32 }), first != UInt8(ascii: "<") else { return false }
    let head = String(decoding: bytes.prefix(2048).map { $0 < 128 ? $0 : 63 }, as: UTF8.self).lowercased()
    return head.firstRange(ofASCII: "mime-version:") != nil && head.firstRange(ofASCII: "multipart/related") != nil
  }

  init(_ bytes: [UInt8]) throws(WebPageError) {
    let top = MIMEPart(bytes[...])
    url = top.header("snapshot-content-location") ?? top.header("content-location")
    date = top.header("date")
    guard let boundary = top.parameter("boundary"),
      let page = top.parts(boundary).first(where: { $0.mediaType == "text/html" })
    else { throw .noPageInArchive }
    html = page.decoded
    charset = page.parameter("charset")
  }
}

/// Headers and body of one part; browsers write neither comments nor encoded words here.
struct MIMEPart {
  private var headers: [(name: String, value: String)] = []
  private var body: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    var at = bytes.startIndex
    body = []
    while at < bytes.endIndex, headers.count < 200 {
      let end = bytes[at...].firstIndex(of: 10) ?? bytes.endIndex
      let line = bytes[at..<end].last == 13 ? bytes[at..<(end - 1)] : bytes[at..<end]
      at = min(end + 1, bytes.endIndex)
      if line.isEmpty {
        if headers.isEmpty { continue }
        body = bytes[at...]
        return
      }
      take(line)
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>) {
    let text = String(decoding: line, as: UTF8.self)
    if line.first == 32 || line.first == 9, let last = headers.indices.last {
      headers[last].value += " " + PlainText.squeezed(text.utf8)
    } else if let colon = text.firstIndex(of: ":") {
      headers.append((text[..<colon].lowercased(), PlainText.squeezed(text[text.index(after: colon)...].utf8)))
    }
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  var mediaType: String {
    String((header("content-type") ?? "").prefix { $0 != ";" && $0 != " " }).lowercased()
  }

  /// A parameter of Content-Type.
  func parameter(_ name: String) -> String? {
    for piece in (header("content-type") ?? "").split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, PlainText.squeezed(pair[0].utf8).lowercased() == name else { continue }
      return String(PlainText.squeezed(pair[1].utf8).drop { $0 == "\"" }.prefix { $0 != "\"" })
    }
    return nil
  }

  /// The parts between the boundary's lines, at most 10,000.
  func parts(_ boundary: String) -> [MIMEPart] {
    let marker = Array("--\(boundary)".utf8)
    var (found, start): ([MIMEPart], Int?) = ([], nil)
    var at = body.startIndex
    while at < body.endIndex, found.count < 10_000 {
      let end = body[at...].firstIndex(of: 10).map { $0 + 1 } ?? body.endIndex
      if body[at..<end].starts(with: marker) {
        if let start { found.append(MIMEPart(body[start..<at])) }
        start = end
      }
      at = end
    }
    if let start, start < body.endIndex { found.append(MIMEPart(body[start...])) }
    return found
  }

  /// The body without its transfer encoding.
  var decoded: [UInt8] {
    switch (header("content-transfer-encoding") ?? "").lowercased() {
    case "quoted-printable": TransferEncoding.quotedPrintable(body)
    case "base64": TransferEncoding.base64(body)
    default: Array(body)
    }
  }
}

/// The two transfer encodings, decoded without ever failing: what is no code stands for itself.
enum TransferEncoding {
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "=") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      if at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) {
        result.append(high << 4 | low)
        at += 3
      } else if at + 1 < bytes.endIndex, bytes[at + 1] == 10 {
        at += 2
      } else if at + 2 < bytes.endIndex, bytes[at + 1] == 13, bytes[at + 2] == 10 {
        at += 3
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (buffer, bits): (UInt32, Int) = (0, 0)
    for byte in bytes {
      guard let value = sextet(byte) else { continue }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return result
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte - 65
    case 97...122: byte - 71
    case 48...57: byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
