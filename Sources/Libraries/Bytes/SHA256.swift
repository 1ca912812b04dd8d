/// SHA-256 (FIPS 180-4), for content-based ids and attachment digests.
public struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// An empty digest.
  public init() {
    pending.reserveCapacity(128)
  }

  /// The digest of `bytes`, 32 bytes.
  public static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// The digest of `text` as UTF-8, as lower-case hexadecimal, cut to `digits` digits (64 at most).
  public static func hex(_ text: String, digits: Int = 64) -> String {
    hexadecimal(Array(hash(text.utf8).prefix((digits + 1) / 2))).prefixed(digits)
  }

  /// `bytes` as lower-case hexadecimal.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { room in
      // Sound: the room has two places for each byte, and all of them are filled.
      for (index, byte) in bytes.enumerated() {
        room[2 * index] = digit(byte >> 4)
        room[2 * index + 1] = digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  @inline(__always)
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? value &+ 0x30 : value &+ 0x57
  }

  /// Adds `bytes` to what is hashed.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { update($0) }
    if isDone == nil { Array(bytes).withUnsafeBufferPointer { update($0) } }
  }

  /// Whole blocks are hashed where they lie; the rest waits for more.
  private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    length &+= UInt64(bytes.count) &* 8
    var at = 0
    if !pending.isEmpty {
      at = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[0..<at])
      guard pending.count == 64 else { return }
      pending.withUnsafeBufferPointer { Self.compress($0, blocks: 1, &state) }
      pending.removeAll(keepingCapacity: true)
    }
    let blocks = (bytes.count - at) / 64
    if blocks > 0 {
      Self.compress(UnsafeBufferPointer(rebasing: bytes[at...]), blocks: blocks, &state)
      at += blocks * 64
    }
    pending.append(contentsOf: bytes[at...])
  }

  /// Pads, and returns the 32 bytes of the digest.
  public mutating func finish() -> [UInt8] {
    let bits = length
    pending.append(0x80)
    pending.append(contentsOf: repeatElement(0, count: (120 - pending.count) % 64))
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      pending.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    pending.withUnsafeBufferPointer { Self.compress($0, blocks: $0.count / 64, &state) }
    pending.removeAll()
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for word in state {
      for shift in stride(from: UInt32(24), through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: word >> shift))
      }
    }
    return digest
  }

  /// Hashes `blocks` times 64 bytes.
  ///
  /// Sound: the callers have at least that many bytes; `w` and the constants have 64 words, and every index is below 64.
  private static func compress(_ bytes: UnsafeBufferPointer<UInt8>, blocks: Int, _ state: inout [UInt32]) {
    let raw = UnsafeRawBufferPointer(bytes)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
      constants.withUnsafeBufferPointer { k in
        for block in 0..<blocks {
          for i in 0..<16 {
            w[i] = UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: block &* 64 &+ i &* 4, as: UInt32.self))
          }
          schedule(w)
          rounds(w, k, &state)
        }
      }
    }
  }

  @inline(__always)
  private static func schedule(_ w: UnsafeMutableBufferPointer<UInt32>) {
    for i in 16..<64 {
      let a = w[i &- 15]
      let b = w[i &- 2]
      let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a &>> 3)
      let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b &>> 10)
      w[i] = w[i &- 16] &+ s0 &+ w[i &- 7] &+ s1
    }
  }

  @inline(__always)
  private static func rounds(
    _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>, _ state: inout [UInt32]
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for i in 0..<64 {
      let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ k[i] &+ w[i]
      let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

extension String {
  /// The first characters of an ASCII text.
  fileprivate func prefixed(_ count: Int) -> String {
    utf8.count <= count ? self : String(prefix(count))
  }
}

@inline(__always)
private func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}
