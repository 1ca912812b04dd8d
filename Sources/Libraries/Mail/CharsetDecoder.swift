// Text in any charset to UTF-8, by the C library's iconv.
import CLibC

/// Turns bytes of a named charset into UTF-8. Keeps its converters, so each worker has its own.
public final class CharsetDecoder {
  private var converters: [String: iconv_t?] = [:]

  /// A decoder without converters; they are opened as charsets turn up.
  public init() {}

  deinit {
    for converter in converters.values {
      if let converter { _ = iconv_close(converter) }
    }
  }

  /// `bytes`, said to be in `charset` (any spelling, empty when unsaid), as UTF-8; never fails, says whether it was damaged.
  public func utf8(_ bytes: ArraySlice<UInt8>, charset: String) -> (text: [UInt8], damaged: Bool) {
    let name = Charset.canonical(charset)
    if name != "utf-16", !Charset.isStateful(name), UTF8Text.isASCII(bytes) { return (Array(bytes), false) }
    switch name {
    case "utf-8": return guessed(bytes, damaged: true)
    case "": return guessed(bytes, damaged: false)
    case "windows-1252": return (latin(bytes), false)
    case "hz": return convert(HZText.gb(bytes)[...], from: "gb18030") ?? guessed(bytes, damaged: true)
    default: break
    }
    guard let converted = convert(bytes, from: name) else { return guessed(bytes, damaged: true) }
    return converted
  }

  /// Bytes that say iso-8859-1 but are UTF-8 in all of several places are UTF-8.
  private func latin(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let census = UTF8Text.census(bytes)
    return census.bad == 0 && census.good >= 4 ? Array(bytes) : Windows1252.utf8(bytes)
  }

  /// UTF-8 when it is (nearly), else windows-1252.
  private func guessed(_ bytes: ArraySlice<UInt8>, damaged: Bool) -> (text: [UInt8], damaged: Bool) {
    if UTF8Text.isValid(bytes) { return (Array(bytes), false) }
    let census = UTF8Text.census(bytes)
    if census.good == 0 { return (Windows1252.utf8(bytes), damaged) }
    return (UTF8Text.repaired(bytes, latin: census.good < census.bad), true)
  }

  private func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> (text: [UInt8], damaged: Bool)? {
    let converter: iconv_t
    if let known = converters[name] {
      guard let known else { return nil }
      converter = known
    } else {
      guard converters.count < 64, let opened = iconv_open("UTF-8", name), opened != iconv_t(bitPattern: -1) else {
        if converters.count < 64 { converters[name] = .some(nil) }
        return nil
      }
      converters[name] = opened
      converter = opened
    }
    return run(converter, bytes)
  }

  /// Feeds all bytes; an ill-formed one becomes U+FFFD and the next is tried.
  private func run(_ converter: iconv_t, _ bytes: ArraySlice<UInt8>) -> (text: [UInt8], damaged: Bool) {
    _ = iconv(converter, nil, nil, nil, nil)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    var damaged = false
    var chunk = [UInt8](repeating: 0, count: min(65_536, bytes.count * 4 + 64))
    // Sound: iconv gets the two buffers with their exact lengths and moves the pointers only inside them.
    bytes.withUnsafeBytes { source in
      var input = UnsafeMutablePointer(mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
      var left = source.count
      while left > 0 {
        let (written, failed) = chunk.withUnsafeMutableBytes { target in
          var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          let result = iconv(converter, &input, &left, &output, &room)
          return (target.count - room, result == -1)
        }
        out.append(contentsOf: chunk[0..<written])
        guard failed, left > 0, written == 0 || chunk.count - written > 16 else { continue }
        damaged = true
        UTF8Text.append(0xFFFD, to: &out)
        input = input.map { $0 + 1 }
        left -= 1
      }
    }
    return (out, damaged)
  }
}

/// HZ (RFC 1843): Chinese in seven bits, between `~{` and `~}`.
enum HZText {
  /// The same text in the eight bits of GB 2312.
  static func gb(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isChinese = false
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      let next = i + 1 < bytes.endIndex ? bytes[i + 1] : 0
      switch (byte, next) {
      case (0x7E, 0x7B), (0x7E, 0x7D): isChinese = next == 0x7B
      case (0x7E, 0x7E) where !isChinese: out.append(0x7E)
      case (0x7E, 0x0A) where !isChinese: break
      case (0x0A, _):
        isChinese = false
        out.append(byte)
        i -= 1
      case (0x21...0x7E, 0x21...0x7E) where isChinese: out += [byte | 0x80, next | 0x80]
      default:
        out.append(byte)
        i -= 1
      }
      i += 2
    }
    return out
  }
}
