/// Content-Transfer-Encoding: base64, quoted-printable and uuencode, read whatever their damage.
public enum TransferEncoding: Sendable, Equatable {
  case identity, base64, quotedPrintable, uuencode

  /// The encoding that a header's value names; unknown ones leave the bytes as they are.
  init(header value: ArraySlice<UInt8>) {
    let name = value.trimmed
    if name.begins("base64") || name.begins("\"base64") {
      self = .base64
    } else if name.begins("quoted-printable") || name.begins("\"quoted-printable") || name.equals("quoted printable") {
      self = .quotedPrintable
    } else if name.begins("x-uu") || name.begins("uuencode") {
      self = .uuencode
    } else {
      self = .identity
    }
  }

  /// The decoded bytes, and whether something had to be skipped.
  public func decode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], damaged: Bool) {
    switch self {
    case .identity: (Array(bytes), false)
    case .base64: Self.base64(bytes)
    case .quotedPrintable: Self.quotedPrintable(bytes, underscoreIsBlank: false)
    case .uuencode: Uuencode.decode(bytes)
    }
  }

  /// Values of the base64 alphabet; 64 for padding, 65 for white space, 66 for anything else.
  private static let base64Values: [UInt8] = {
    var table = [UInt8](repeating: 66, count: 256)
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for (value, byte) in alphabet.enumerated() { table[Int(byte)] = UInt8(value) }
    for byte in [0x20, 0x09, 0x0D, 0x0A] { table[byte] = 65 }
    table[0x3D] = 64
    return table
  }()

  /// Decodes base64; padding in the middle begins a new group, foreign bytes are skipped.
  static func base64(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], damaged: Bool) {
    var damaged = false
    // Sound: at most 3 bytes are written for each 4 read, so the output never passes its capacity; reads stay below count.
    let out = [UInt8](unsafeUninitializedCapacity: bytes.count / 4 * 3 + 4) { target, written in
      bytes.withUnsafeBufferPointer { source in
        base64Values.withUnsafeBufferPointer { values in
          damaged = base64(source, values, into: target, &written)
        }
      }
    }
    return (out, damaged)
  }

  private static func base64(
    _ source: UnsafeBufferPointer<UInt8>, _ values: UnsafeBufferPointer<UInt8>,
    into target: UnsafeMutableBufferPointer<UInt8>, _ written: inout Int
  ) -> Bool {
    var damaged = false
    var bits: UInt32 = 0
    var held = 0
    var i = 0
    func flush() {
      if held >= 2 {
        target[written] = UInt8(truncatingIfNeeded: bits >> (held == 2 ? 4 : 10))
        written += 1
      }
      if held == 3 {
        target[written] = UInt8(truncatingIfNeeded: bits >> 2)
        written += 1
      }
      if held == 1 { damaged = true }
      bits = 0
      held = 0
    }
    while i < source.count {
      let value = values[Int(source[i])]
      i += 1
      guard value < 64 else {
        if value == 64 { flush() } else if value == 66 { damaged = true }
        continue
      }
      bits = bits << 6 | UInt32(value)
      held += 1
      guard held == 4 else { continue }
      target[written] = UInt8(truncatingIfNeeded: bits >> 16)
      target[written + 1] = UInt8(truncatingIfNeeded: bits >> 8)
      target[written + 2] = UInt8(truncatingIfNeeded: bits)
      written += 3
      bits = 0
      held = 0
    }
    flush()
    return damaged
  }

  /// Decodes quoted-printable; an escape that is none stays as written.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, underscoreIsBlank: Bool) -> (bytes: [UInt8], damaged: Bool) {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var damaged = false
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      if byte == 0x3D {
        i = unescape(bytes, at: i, into: &out, &damaged)
        continue
      }
      if byte == 0x0A, !underscoreIsBlank { dropTrailingBlanks(&out) }
      out.append(underscoreIsBlank && byte == 0x5F ? 0x20 : byte)
      i += 1
    }
    return (out, damaged)
  }

  /// Blanks before a line's end were added on the way (RFC 2045, 6.7 rule 3).
  private static func dropTrailingBlanks(_ out: inout [UInt8]) {
    let hadReturn = out.last == 0x0D
    if hadReturn { out.removeLast() }
    while let last = out.last, last == 0x20 || last == 0x09 { out.removeLast() }
    if hadReturn { out.append(0x0D) }
  }

  /// Reads the escape at `start` and returns where to go on.
  private static func unescape(
    _ bytes: ArraySlice<UInt8>, at start: Int, into out: inout [UInt8], _ damaged: inout Bool
  ) -> Int {
    if start + 2 < bytes.endIndex, let high = ASCII.hex(bytes[start + 1]), let low = ASCII.hex(bytes[start + 2]) {
      out.append(high << 4 | low)
      return start + 3
    }
    var i = start + 1
    while i < bytes.endIndex, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x0D { i += 1 }
    if i == bytes.endIndex { return i }
    if bytes[i] == 0x0A { return i + 1 }
    damaged = true
    out.append(0x3D)
    return start + 1
  }
}
