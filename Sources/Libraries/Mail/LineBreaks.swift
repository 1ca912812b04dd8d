import Bytes

/// Line ends and flowed paragraphs (RFC 3676) of body text.
enum LineBreaks {
  /// Every CR LF and lone CR as LF.
  static func normalized(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.index(of: 0x0D, in: 0..<text.count) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var start = 0
    var at: Int? = first
    while let hit = at {
      out.append(contentsOf: text[start..<hit])
      let next = hit + 1 < text.count ? text[hit + 1] : 0
      if next != 0x0A, !(next == 0x0D && hit + 2 < text.count && text[hit + 2] == 0x0A) { out.append(0x0A) }
      start = hit + 1
      at = text.index(of: 0x0D, in: start..<text.count)
    }
    out.append(contentsOf: text[start...])
    return out
  }

  /// `format=flowed` text with its soft line breaks taken out; with `deletingSpace` also the blank before each.
  static func unflowed(_ text: [UInt8], deletingSpace: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var openDepth: Int?
    var at = 0
    while at < text.count {
      let end = text.lineEnd(from: at, limit: text.count)
      var start = at
      while start < end, text[start] == 0x3E { start += 1 }
      let depth = start - at
      if start < end, text[start] == 0x20 { start += 1 }
      at = end + 1
      let line = text[start..<end]
      let isSignature = line.elementsEqual([0x2D, 0x2D, 0x20])
      if let open = openDepth, open == depth, !isSignature {
        if deletingSpace { out.removeLast() }
      } else {
        if openDepth != nil { out.append(0x0A) }
        out.append(contentsOf: repeatElement(0x3E, count: depth))
        if depth > 0, !line.isEmpty { out.append(0x20) }
      }
      out.append(contentsOf: line)
      openDepth = line.last == 0x20 && !isSignature ? depth : nil
      if openDepth == nil, end < text.count { out.append(0x0A) }
    }
    return out
  }
}
