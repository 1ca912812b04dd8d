// Text of any encoding that the C library knows, block after block.
import CLibC

/// A conversion to UTF-8 that goes on from block to block.
final class IconvStream {
  private let converter: iconv_t
  /// How many bytes were no text in the encoding.
  private(set) var faults = 0

  /// A conversion from the encoding called `label`; nil when the C library knows none such.
  convenience init?(label: String) {
    self.init(from: TextEncoding.libraryNames[label.lowercased()] ?? label, to: "UTF-8")
  }

  /// A conversion between encodings by the C library's names for them.
  init?(from source: String, to target: String) {
    guard source.utf8.count <= 64, let opened = iconv_open(target, source), opened != iconv_t(bitPattern: -1) else {
      return nil
    }
    converter = opened
  }

  deinit {
    _ = iconv_close(converter)
  }

  /// Adds what the conversion has kept to combine it with what follows (Windows-1255 and 1258).
  func finish(_ text: inout [UInt8]) {
    var chunk = [UInt8](repeating: 0, count: 64)
    // Sound: iconv writes at most `room` bytes to the buffer; without input it only empties its own state.
    let written = chunk.withUnsafeMutableBytes { target -> Int in
      var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = target.count
      _ = iconv(converter, nil, nil, &output, &room)
      return target.count - room
    }
    text.append(contentsOf: chunk[..<written])
  }

  /// Adds the text of `raw` to `text`; returns the bytes at the end that do not make a character yet. A byte that is no
  /// text becomes U+FFFD.
  func convert(_ raw: ArraySlice<UInt8>, to text: inout [UInt8]) -> [UInt8] {
    // Room for the longest UTF-8 of what is there, in pieces of 64 KiB at most.
    var chunk = [UInt8](repeating: 0, count: min(1 << 16, 4 * raw.count + 64))
    // Sound: iconv gets the two buffers with their exact lengths and moves the pointers only inside them.
    let left = raw.withUnsafeBytes { source -> Int in
      var input = UnsafeMutablePointer(mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self))
      var left = source.count
      while left > 0 {
        let before = left
        let written = chunk.withUnsafeMutableBytes { target -> Int in
          var output = target.baseAddress?.assumingMemoryBound(to: CChar.self)
          var room = target.count
          _ = iconv(converter, &input, &left, &output, &room)
          return target.count - room
        }
        text.append(contentsOf: chunk[..<written])
        guard left == before, written == 0 else { continue }
        // Nothing moved: a character that the block cuts, or a byte that is none.
        if left < 8 { return left }
        faults += 1
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        input = input.map { $0 + 1 }
        left -= 1
      }
      return left
    }
    return Array(raw.suffix(left))
  }
}
