/// Whose words a part of a mail's text is, and what for.
public enum TextZone: String, Sendable, CaseIterable {
  /// The author's new words.
  case text
  /// What is answered, with the line that says who wrote it.
  case quoted
  /// A message passed on, with its header lines.
  case forwarded
  /// Sign-off, name, contact lines, marks of mobile clients.
  case signature
  /// What lawyers add, and the footers of mailings.
  case disclaimer
  /// The line that greets whoever is written to; part of the text unless it is asked for apart.
  case greeting
}

/// A text divided into zones that together cover all of it.
public struct ZonedText: Sendable {
  /// A stretch of whole lines in one zone.
  public struct Segment: Sendable, Equatable {
    /// What the stretch is.
    public var zone: TextZone
    /// Its bytes, with the line feed that ends it.
    public var range: Range<Int>
  }

  /// The text itself.
  public let bytes: [UInt8]
  /// The stretches in order; neighbours differ in zone.
  public private(set) var segments: [Segment] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func append(_ zone: TextZone, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let last = segments.last, last.zone == zone {
      segments[segments.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      segments.append(Segment(zone: zone, range: range))
    }
  }

  /// All of `zone`, without blank lines around it; stretches that lie apart are divided by a line feed.
  public func joined(_ zone: TextZone) -> [UInt8] {
    var out: [UInt8] = []
    for segment in segments where segment.zone == zone {
      out.append(contentsOf: bytes[segment.range])
      if out.last != 0x0A { out.append(0x0A) }
    }
    while let last = out.last, last <= 0x20 { out.removeLast() }
    guard let first = out.firstIndex(where: { $0 > 0x20 }), first > 0 else { return out }
    let lineStart = out[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Array(out[lineStart...])
  }
}
