import Bytes

/// Compressed RTF as Exchange keeps it ([MS-OXRTFCP]).
enum CompressedRTF {
  /// Nothing is expanded to more than this.
  private static let limit = 32 << 20

  /// What the dictionary holds at the start ([MS-OXRTFCP], 2.1.2.1).
  private static let initial = Array(
    ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
      + "MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
      + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx").utf8)

  /// The RTF that `bytes` hold; what was read before damage.
  static func expand(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var reader = LittleEndianReader(bytes)
    guard reader.uint32() != nil, let size = reader.uint32(), let magic = reader.uint32(), reader.uint32() != nil else {
      return []
    }
    let data = bytes.dropFirst(16)
    let wanted = min(Int(size), limit)
    if magic == 0x414C_454D { return Array(data.prefix(wanted)) }
    guard magic == 0x7546_5A4C else { return [] }
    return unpack(data, wanted)
  }

  /// Runs of eight tokens, each a byte or a place and length in the dictionary of the last 4096 bytes.
  private static func unpack(_ data: ArraySlice<UInt8>, _ wanted: Int) -> [UInt8] {
    var window = initial + [UInt8](repeating: 0, count: 4096 - initial.count)
    var end = initial.count
    var out: [UInt8] = []
    out.reserveCapacity(min(wanted, data.count * 8))
    var at = data.startIndex
    func put(_ byte: UInt8) {
      out.append(byte)
      window[end] = byte
      end = (end + 1) % 4096
    }
    while at < data.endIndex, out.count < wanted {
      let control = data[at]
      at += 1
      for bit in 0..<8 where at < data.endIndex && out.count < wanted {
        guard control >> UInt8(bit) & 1 == 1 else {
          put(data[at])
          at += 1
          continue
        }
        guard at + 1 < data.endIndex else { return out }
        let token = Int(data[at]) << 8 | Int(data[at + 1])
        at += 2
        let place = token >> 4
        if place == end { return out }
        for k in 0..<((token & 15) + 2) { put(window[(place + k) % 4096]) }
      }
    }
    return out
  }
}

/// The words of an RTF document (Rich Text Format specification 1.9), also of one that carries HTML ([MS-OXRTFEX]).
struct RTFText {
  private let rtf: [UInt8]
  private let charsets: CharsetDecoder
  private var at = 0
  private var out: [UInt8] = []
  private var pending: [UInt8] = []
  private var codepage = "windows-1252"
  /// Whether each open group is no text.
  private var hidden: [Bool] = [false]
  /// How many bytes stand for each Unicode character beside it, and how many are still to be skipped.
  private var fallbackLength = 1
  private var skipping = 0

  /// The text of `rtf` in UTF-8.
  static func convert(_ rtf: [UInt8], _ charsets: CharsetDecoder) -> [UInt8] {
    var reader = RTFText(rtf: rtf, charsets: charsets)
    reader.run()
    return Array(reader.out.trimmed)
  }

  private init(rtf: [UInt8], charsets: CharsetDecoder) {
    self.rtf = rtf
    self.charsets = charsets
  }

  private mutating func run() {
    while at < rtf.count {
      let byte = rtf[at]
      at += 1
      switch byte {
      case 0x7B:
        if hidden.count < 1_000 { hidden.append(hidden.last ?? false) }
      case 0x7D:
        flush()
        if hidden.count > 1 { hidden.removeLast() }
      case 0x5C: control()
      case 0x0D, 0x0A, 0: break
      default: put(byte)
      }
    }
    flush()
  }

  private var isHidden: Bool { hidden.last ?? false }

  private mutating func hide() { hidden[hidden.count - 1] = true }

  private mutating func put(_ byte: UInt8) {
    if skipping > 0 {
      skipping -= 1
    } else if !isHidden {
      pending.append(byte)
    }
  }

  private mutating func flush() {
    guard !pending.isEmpty else { return }
    out += charsets.utf8(pending[...], charset: codepage).text
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func put(scalar: UInt32) {
    guard !isHidden else { return }
    flush()
    UTF8Text.append(scalar, to: &out)
  }

  /// A control word or symbol behind a backslash.
  private mutating func control() {
    guard at < rtf.count else { return }
    let byte = rtf[at]
    guard ASCII.isLetter(byte) else {
      at += 1
      symbol(byte)
      return
    }
    let start = at
    while at < rtf.count, ASCII.isLetter(rtf[at]), at - start < 32 { at += 1 }
    let word = rtf[start..<at].text
    let isNegative = at < rtf.count && rtf[at] == 0x2D
    if isNegative { at += 1 }
    var number: Int?
    while at < rtf.count, ASCII.isDigit(rtf[at]), number ?? 0 < 10_000_000 {
      number = (number ?? 0) * 10 + Int(rtf[at] & 15)
      at += 1
    }
    if at < rtf.count, rtf[at] == 0x20 { at += 1 }
    take(word, isNegative ? -(number ?? 0) : number)
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case 0x27:
      guard at + 1 < rtf.count, let high = ASCII.hex(rtf[at]), let low = ASCII.hex(rtf[at + 1]) else { return }
      at += 2
      put(high << 4 | low)
    case 0x2A: hide()
    case 0x7E: put(0x20)
    case 0x5C, 0x7B, 0x7D: put(byte)
    case 0x0A, 0x0D: put(0x0A)
    default: break
    }
  }

  private mutating func take(_ word: String, _ number: Int?) {
    switch word {
    case "par", "line", "row", "sect": put(0x0A)
    case "tab", "cell": put(0x09)
    case "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "themedata", "listtable", "header", "footer":
      hide()
    case "htmlrtf": hidden[hidden.count - 1] = false
    case "ansicpg": if let number { codepage = number == 65_001 ? "utf-8" : "cp\(number)" }
    case "uc": fallbackLength = min(max(number ?? 1, 0), 8)
    case "u":
      guard let number else { return }
      put(scalar: UInt32(truncatingIfNeeded: number < 0 ? number + 65_536 : number))
      skipping = fallbackLength
    case "lquote", "rquote": put(scalar: word == "lquote" ? 0x2018 : 0x2019)
    case "ldblquote", "rdblquote": put(scalar: word == "ldblquote" ? 0x201C : 0x201D)
    case "endash", "emdash": put(scalar: word == "endash" ? 0x2013 : 0x2014)
    case "bullet": put(scalar: 0x2022)
    case "bin": at = min(rtf.count, at + max(0, number ?? 0))
    default: break
    }
  }
}
