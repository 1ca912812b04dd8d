// Deflated bytes (RFC 1951) through zlib.
import CZlib

enum Inflate {
  /// The bytes that `deflated` holds; nil when it is no deflate stream or gives another count than `size`.
  static func bytes(_ deflated: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard kith_inflate_init(&stream) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    var source = deflated
    var isWhole = false
    // Sound: zlib gets both buffers with their exact lengths, which fit its 32 bits, and writes only inside the second.
    let inflated = [UInt8](unsafeUninitializedCapacity: size) { target, count in
      count = 0
      source.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(size)
        let status = inflate(&stream, Z_FINISH)
        count = size - Int(stream.avail_out)
        isWhole = status == Z_STREAM_END && count == size
      }
    }
    return isWhole ? inflated : nil
  }

  /// The check sum of a ZIP entry (CRC-32, ISO 3309).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
