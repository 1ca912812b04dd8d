// Bytes of a file as UTF-8, block after block.
import Bytes

/// Reads the input and turns it into UTF-8. Bytes that are UTF-8 already are not copied.
public struct TextSource {
  /// Adds up to so many bytes to the array; 0 at the end of the input.
  public typealias Read = (inout [UInt8], Int) throws -> Int

  private let read: Read
  /// The encoding; `.detected` while only ASCII was seen.
  public private(set) var encoding: TextEncoding
  /// Whether the encoding was found, not told.
  public private(set) var wasDetected: Bool
  /// What was found of an encoding that no mark tells; nil while the text is UTF-8.
  public private(set) var verdict: EncodingVerdict?
  /// Whether the text is checked; not when some columns are binary.
  private let checks: Bool
  /// Whether the input has ended.
  public private(set) var atEnd = false
  /// Bytes read that do not make a character yet.
  private var pending: [UInt8] = []
  private var isFirst = true
  private var stream: IconvStream?
  private var mojibake: Mojibake?
  /// Text at the end of the last block that more of it could change.
  private var held: [UInt8] = []
  private var loneSurrogates = 0

  /// A source of what `read` gives. An encoding that is not told is learnt from a mark at the beginning and, where the text
  /// is checked, from the first bytes beyond ASCII. `repairs`: mojibake is turned back.
  public init(_ read: @escaping Read, encoding: TextEncoding?, checks: Bool, repairs: Bool = false) {
    mojibake = repairs ? Mojibake() : nil
    self.read = read
    self.encoding = encoding ?? .detected
    self.checks = checks
    wasDetected = encoding == nil
    if case .named(let label) = encoding { stream = IconvStream(label: label) }
  }

  /// How many characters of mojibake have been repaired.
  public var repairs: Int { mojibake?.repairs ?? 0 }

  /// How many bytes or half characters were no text in the encoding and have become U+FFFD.
  public var replacements: Int { (stream?.faults ?? 0) + loneSurrogates }

  /// Adds at least `count` bytes of input to `text`, less only at its end; returns the offset of the first byte that is not
  /// UTF-8 though the file is.
  public mutating func fill(_ text: inout [UInt8], count: Int) throws -> Int? {
    let old = text.count
    text.append(contentsOf: held)
    held = []
    let fault = try decode(&text, count: count)
    guard mojibake != nil else { return fault }
    holdBack(&text, from: old)
    mojibake?.repair(&text, from: old)
    // Looked for anew: repairs move what follows them, and a fault may have been held back.
    return checks ? UTF8Sequence.firstFault(in: text.span.bytes, old..<text.count) : nil
  }

  /// Keeps what stands beyond ASCII at the end of `text` for the next block, which may go on with it.
  private mutating func holdBack(_ text: inout [UInt8], from start: Int) {
    guard !atEnd else { return }
    let tail = text[start...].suffix(64).reversed().prefix { $0 >= 0x80 }.count
    guard tail < 64 else { return }
    held = Array(text.suffix(tail))
    text.removeLast(tail)
  }

  private mutating func decode(_ text: inout [UInt8], count: Int) throws -> Int? {
    var raw: [UInt8] = []
    swap(&raw, &pending)
    let old = text.count
    if !isTranscoding { text.append(contentsOf: raw) }
    let start = isTranscoding ? raw.count : text.count
    // A mark at the beginning is not cut.
    let count = isFirst ? max(4, count) : count
    while !atEnd {
      let got = isTranscoding ? try read(&raw, count) : try read(&text, count)
      if got == 0 { atEnd = true }
      if (isTranscoding ? raw.count : text.count) - start >= count { break }
    }
    if isTranscoding {
      if isFirst { dropMark(&raw) }
      transcode(raw[...], &text)
      return nil
    }
    if isFirst, learnMark(&text, old) { return nil }
    return checks ? check(&text, from: old) : nil
  }

  private var isTranscoding: Bool { encoding != .detected && encoding != .utf8 }

  /// Takes the byte order mark off text whose encoding was told; `UTF-16` leaves the order to it.
  private mutating func dropMark(_ raw: inout [UInt8]) {
    isFirst = false
    let isUTF16 = encoding == .utf16LittleEndian || encoding == .utf16BigEndian
    guard isUTF16, let (found, length) = TextEncoding.mark(of: raw[...]), found != .utf8 else { return }
    raw.removeFirst(length)
    encoding = found
  }

  /// Takes the encoding from the first bytes; true when `text` has been transcoded.
  private mutating func learnMark(_ text: inout [UInt8], _ old: Int) -> Bool {
    isFirst = false
    if let (found, length) = TextEncoding.mark(of: text[old...]) {
      text.removeSubrange(old..<(old + length))
      encoding = found
    } else if wasDetected, let found = TextEncoding.unmarked(text[old...]) {
      encoding = found
    }
    guard isTranscoding else { return false }
    turn(&text, from: old)
    return true
  }

  /// Transcodes what has been read into `text` from `start` on.
  private mutating func turn(_ text: inout [UInt8], from start: Int) {
    let raw = Array(text[start...])
    text.removeSubrange(start...)
    transcode(raw[...], &text)
  }

  /// Looks for bytes that are not UTF-8 from `start` on; a sequence that the block cuts waits for the next one.
  private mutating func check(_ text: inout [UInt8], from start: Int) -> Int? {
    var census = Census(text, from: start)
    if !atEnd, let cut = census.cut {
      pending = Array(text[cut...])
      text.removeSubrange(cut...)
    } else if census.cut != nil {
      census.faults += 1
      census.firstFault = census.firstFault ?? census.cut
    }
    if encoding == .detected, census.faults + census.sequences > 0 {
      if census.faults > census.sequences { detect(text[start...] + pending) } else { encoding = .utf8 }
    }
    if isTranscoding {
      text.append(contentsOf: pending)
      pending = []
      turn(&text, from: start)
      return nil
    }
    return census.firstFault
  }

  private mutating func detect(_ sample: ArraySlice<UInt8>) {
    let found = EncodingDetector(sample).verdict()
    verdict = found
    encoding = found.encoding
    if case .named(let label) = encoding { stream = IconvStream(label: label) }
  }

  private mutating func transcode(_ raw: ArraySlice<UInt8>, _ text: inout [UInt8]) {
    text.reserveCapacity(text.count + raw.count + raw.count / 2)
    switch encoding {
    case .utf16LittleEndian: transcodeUTF16(raw, low: 0, high: 1, &text)
    case .utf16BigEndian: transcodeUTF16(raw, low: 1, high: 0, &text)
    case .named:
      pending = stream?.convert(raw, to: &text) ?? []
      guard atEnd else { return }
      stream?.finish(&text)
      if !pending.isEmpty { text.append(scalar: 0xFFFD) }
    case .latin1: for byte in raw { text.append(scalar: UInt32(byte)) }
    default: for byte in raw { text.append(scalar: Windows1252.scalar(byte)) }
    }
  }

  private mutating func transcodeUTF16(_ raw: ArraySlice<UInt8>, low: Int, high: Int, _ text: inout [UInt8]) {
    var at = raw.startIndex
    func unit(_ at: Int) -> UInt32 { UInt32(raw[at + high]) << 8 | UInt32(raw[at + low]) }
    while at + 1 < raw.endIndex {
      let first = unit(at)
      guard first & 0xFC00 == 0xD800 else {
        text.append(scalar: first)
        at += 2
        continue
      }
      guard at + 3 < raw.endIndex else { break }
      let second = unit(at + 2)
      let isPair = second & 0xFC00 == 0xDC00
      text.append(scalar: isPair ? 0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF) : 0xFFFD)
      if !isPair { loneSurrogates += 1 }
      at += isPair ? 4 : 2
    }
    if atEnd {
      if at < raw.endIndex { text.append(scalar: 0xFFFD) }
    } else {
      pending = Array(raw[at...])
    }
  }
}

/// How much of some bytes is UTF-8 beyond ASCII, and how much cannot be.
private struct Census {
  var sequences = 0
  var faults = 0
  var firstFault: Int?
  /// Where a sequence begins that the end of the bytes cuts.
  var cut: Int?

  init(_ text: [UInt8], from start: Int) {
    let bytes = text.span.bytes
    var at = start
    while let fault = next(bytes, from: &at) {
      if fault + 4 > bytes.byteCount, Self.isCut(bytes, fault) {
        cut = fault
        return
      }
      faults += 1
      if firstFault == nil { firstFault = fault }
      at = fault + 1
    }
  }

  /// The next fault from `at` on; counts the sequences before it.
  private mutating func next(_ bytes: RawSpan, from at: inout Int) -> Int? {
    let end = bytes.byteCount
    while at < end {
      if at &+ 8 <= end, bytes.word(at) & 0x8080_8080_8080_8080 == 0 {
        at &+= 8
      } else if bytes.byte(at) < 0x80 {
        at &+= 1
      } else {
        let length = UTF8Sequence.length(in: bytes, at: at, end: end)
        if length == 0 { return at }
        sequences &+= 1
        at &+= length
      }
    }
    return nil
  }

  /// Whether the bytes from `start` to the end could begin a sequence.
  private static func isCut(_ bytes: RawSpan, _ start: Int) -> Bool {
    let needed = bytes.byte(start) >= 0xF0 ? 4 : bytes.byte(start) >= 0xE0 ? 3 : 2
    let rest = bytes.byteCount - start
    guard bytes.byte(start) >= 0xC2, bytes.byte(start) <= 0xF4, rest < needed else { return false }
    return (1..<rest).allSatisfy { UTF8Sequence.isContinuation(bytes.byte(start + $0)) }
  }
}
