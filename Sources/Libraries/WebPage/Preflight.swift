/// One linear pass over a page's bytes before libxml2 sees them: counts what could make parsing slow.
struct Preflight {
  private let bytes: [UInt8]
  private let limits: PageLimits
  private var at = 0
  private var elements = 0
  private var attributes = 0

  private init(_ bytes: [UInt8], _ limits: PageLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// Throws when a page is larger or stranger than the limits allow.
  static func check(_ bytes: [UInt8], _ limits: PageLimits) throws(WebPageError) {
    guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
    var pass = Preflight(bytes, limits)
    try pass.run()
  }

  private mutating func run() throws(WebPageError) {
    while let open = next(UInt8(ascii: "<"), from: at) {
      at = open + 1
      guard at < bytes.count else { return }
      if bytes[at] == UInt8(ascii: "!") {
        try declaration(open)
      } else if isLetter(bytes[at]) {
        try element(open)
      }
    }
  }

  private mutating func declaration(_ open: Int) throws(WebPageError) {
    if starts("!--", at: at) {
      at = find("-->", from: at + 1) ?? bytes.count
    } else if starts("!entity", at: at) {
      throw .declaresEntities(offset: open)
    }
  }

  private mutating func element(_ open: Int) throws(WebPageError) {
    elements += 1
    guard elements <= limits.elements else { throw .tooManyElements(limit: limits.elements) }
    let raw = rawEnd()
    try tag(open)
    if let raw { at = find(raw, from: at) ?? bytes.count }
  }

  /// What ends the raw text of the element at hand, if it is one that holds raw text.
  private func rawEnd() -> String? {
    guard bytes[at] | 32 == UInt8(ascii: "s") else { return nil }
    return starts("script", at: at) ? "</script" : starts("style", at: at) ? "</style" : nil
  }

  /// Walks over one tag as libxml2 does: a quote opens a value only after an equals sign.
  private mutating func tag(_ open: Int) throws(WebPageError) {
    var count = 0
    var afterSpace = false
    var afterEquals = false
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: ">"): return try counted(count)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): afterSpace = true
      case UInt8(ascii: "="):
        count += 1
        afterEquals = true
        afterSpace = false
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if afterEquals { at = next(byte, from: at).map { $0 + 1 } ?? bytes.count }
        afterEquals = false
        afterSpace = false
      default:
        if afterSpace && !afterEquals { count += 1 }
        afterEquals = false
        afterSpace = false
      }
      guard count <= limits.attributes * 2 else {
        throw .tooManyAttributes(offset: open, limit: limits.attributes)
      }
    }
  }

  private mutating func counted(_ count: Int) throws(WebPageError) {
    attributes += count
    guard attributes <= limits.attributesInAll else { throw .tooManyAttributesInAll(limit: limits.attributesInAll) }
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let needle = Array(text.utf8)
    var index = start
    while let hit = next(needle[0], from: index) {
      if starts(needle, at: hit) { return hit }
      index = hit + 1
    }
    return nil
  }

  private func starts(_ text: String, at start: Int) -> Bool { starts(Array(text.utf8), at: start) }

  private func starts(_ needle: [UInt8], at start: Int) -> Bool {
    guard start + needle.count <= bytes.count else { return false }
    for (offset, byte) in needle.enumerated() where lowered(bytes[start + offset]) != byte { return false }
    return true
  }

  private func lowered(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }

  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 32) }
}
