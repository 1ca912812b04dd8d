// Rows longer than allowed: told, and passed over in constant memory.
import Bytes

extension BlockReader {
  /// How much of a line that is too long is kept for its reject.
  private static let sampleSize = 1024

  /// Tells of a row longer than allowed; returns where the line after its first one begins, or the end of `bytes` when that
  /// line goes on behind them.
  mutating func passOverLongRow(
    _ bytes: RawSpan, _ start: Int, _ isLast: Bool, _ fault: (TableError) throws -> Void
  ) throws -> Int {
    guard let next = lineEnd(bytes, from: start, isLast), next - start <= options.longestRow else {
      return try passOverLongLine(bytes, start, isLast, fault)
    }
    let reason = "row longer than \(options.longestRow) bytes; is a quote missing its partner?"
    try fault(error(bytes, reason, at: start, row: start..<next))
    skipTextFault(bytes, next)
    return next
  }

  private mutating func passOverLongLine(
    _ bytes: RawSpan, _ start: Int, _ isLast: Bool, _ fault: (TableError) throws -> Void
  ) throws -> Int {
    let place = start + options.longestRow
    var sample = start..<min(place, start + Self.sampleSize)
    // A character is not cut.
    while sample.count > 1, UTF8Sequence.isContinuation(bytes.byte(sample.upperBound)) {
      sample = sample.lowerBound..<(sample.upperBound - 1)
    }
    let reason = "line longer than --max-line allows (\(options.longestRow)); passed over, only its beginning is kept"
    try fault(error(bytes, reason, at: place, row: sample))
    passing = .line(LinePasser(dialect))
    return passOver(bytes, start, isLast)
  }

  /// Goes on with what is passed over, from `start` on; returns where it ends, or the end of `bytes` where more of it follows.
  ///
  /// A line ends at its line break. Where a quoted field is open there, the field and its row are passed over too, unless
  /// that is longer than allowed once more: then a quote is taken to lack its partner, and the next line for a row.
  mutating func passOver(_ bytes: RawSpan, _ start: Int, _ isLast: Bool) -> Int {
    var at = start
    if case .line(var passer) = passing {
      guard let end = passer.end(in: bytes, from: at) else {
        passing = .line(passer)
        return bytes.byteCount
      }
      passing = passer.isQuoted && dialect.escape != .quote ? .quotedField : .nothing
      at = end
    }
    if passing == .quotedField {
      guard let end = endOfQuotedRow(bytes, at, isLast) else { return at }
      passing = .nothing
      at = end
    }
    skipTextFault(bytes, at)
    return at
  }

  /// Where the row ends whose open field goes on at `start`; `start` itself when that is too far, nil when more bytes tell.
  private mutating func endOfQuotedRow(_ bytes: RawSpan, _ start: Int, _ isLast: Bool) -> Int? {
    switch scanner.scanWithinQuotes(bytes, from: start, atEnd: isLast) {
    case .row(let next), .blank(let next): return next - start > options.longestRow ? start : next
    case .fault(.textAfterQuote, let place):
      if let next = lineEnd(bytes, from: place, isLast) { return next - start > options.longestRow ? start : next }
      return bytes.byteCount - start > options.longestRow ? start : nil
    case .fault: return start
    case .needsMore: return bytes.byteCount - start > options.longestRow ? start : nil
    case .end: return start
    }
  }
}
