/// Well-formedness of UTF-8 (Unicode 15, table 3-7), and repair of what is not.
enum UTF8Text {
  /// Whether `bytes` is well-formed UTF-8.
  static func isValid(_ bytes: ArraySlice<UInt8>) -> Bool {
    // Sound: every read stays below `count`, the buffer's own length.
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while true {
        i = skipASCII(buffer, from: i)
        guard i < buffer.count else { return true }
        let length = sequence(buffer, at: i)
        guard length > 0 else { return false }
        i += length
      }
    }
  }

  /// Whether no byte has its high bit set.
  static func isASCII(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { skipASCII($0, from: 0) == $0.count }
  }

  /// Where the ASCII bytes from `start` on end.
  static func asciiEnd(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    let base = bytes.startIndex
    return bytes.withUnsafeBufferPointer { skipASCII($0, from: start - base) + base }
  }

  /// Well-formed UTF-8: each ill-formed byte read as windows-1252 when `latin`, else replaced by U+FFFD.
  static func repaired(_ bytes: ArraySlice<UInt8>, latin: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8 + 8)
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        let length = sequence(buffer, at: i)
        if length > 0 {
          for k in i..<(i + length) { out.append(buffer[k]) }
          i += length
        } else {
          if latin { Windows1252.append(buffer[i], to: &out) } else { append(0xFFFD, to: &out) }
          i += 1
        }
      }
    }
    return out
  }

  /// Appends one scalar; one that is none becomes U+FFFD.
  static func append(_ code: UInt32, to out: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(code) else { return append(0xFFFD, to: &out) }
    if code < 0x80 { out.append(UInt8(code)) } else { out.append(contentsOf: Unicode.UTF8.encode(scalar)!) }
  }

  /// How many high-bit bytes stand in well-formed sequences, and how many outside.
  static func census(_ bytes: ArraySlice<UInt8>) -> (good: Int, bad: Int) {
    bytes.withUnsafeBufferPointer { buffer in
      var good = 0
      var bad = 0
      var i = skipASCII(buffer, from: 0)
      while i < buffer.count {
        let length = sequence(buffer, at: i)
        if length > 0 { good += length } else { bad += 1 }
        i = skipASCII(buffer, from: i + max(1, length))
      }
      return (good, bad)
    }
  }

  private static func skipASCII(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    let raw = UnsafeRawBufferPointer(buffer)
    while i + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
      i += 8
    }
    while i < raw.count, raw[i] < 0x80 { i += 1 }
    return i
  }

  /// The length of the well-formed sequence at `i`, 0 when there is none.
  private static func sequence(_ buffer: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = buffer[i]
    if lead < 0x80 { return 1 }
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, i + length <= buffer.count else { return 0 }
    let low: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard buffer[i + 1] >= low, buffer[i + 1] <= high else { return 0 }
    for k in (i + 2)..<max(i + 2, i + length) where buffer[k] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

/// windows-1252, which is also what mail that says iso-8859-1 or nothing mostly means.
enum Windows1252 {
  /// The bytes 0x80 to 0x9F (WHATWG encoding standard, index windows-1252).
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func append(_ byte: UInt8, to out: inout [UInt8]) {
    let code = scalar(byte)
    if code < 0x80 { out.append(byte) } else { UTF8Text.append(code, to: &out) }
  }

  /// The scalar value that `byte` stands for.
  static func scalar(_ byte: UInt8) -> UInt32 {
    byte &- 0x80 < 32 ? high[Int(byte &- 0x80)] : UInt32(byte)
  }

  static func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8 + 8)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let end = UTF8Text.asciiEnd(bytes, from: at)
      out.append(contentsOf: bytes[at..<end])
      at = end
      while at < bytes.endIndex, bytes[at] >= 0x80 {
        append(bytes[at], to: &out)
        at += 1
      }
    }
    return out
  }
}
