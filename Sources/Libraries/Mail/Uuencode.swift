import Bytes

/// uuencoded bodies: `begin 644 name`, lines with their length first, `end`.
enum Uuencode {
  /// The first uuencoded file in `bytes`, or all bytes when there is none.
  static func decode(_ bytes: ArraySlice<UInt8>) -> (bytes: [UInt8], damaged: Bool) {
    let all = Array(bytes)
    guard let block = find(in: all, from: 0) else { return (all, true) }
    return (block.bytes, block.damaged)
  }

  /// A file found in a text: its name, its bytes, and the lines that it takes.
  struct Block {
    var name: String
    var bytes: [UInt8]
    var range: Range<Int>
    var damaged: Bool
  }

  /// The first block at or after `start`: a `begin` line whose next line has the length that it says.
  static func find(in text: [UInt8], from start: Int) -> Block? {
    var at = start
    while let hit = text.index(of: Array("begin ".utf8), in: at..<text.count) {
      at = hit + 6
      guard hit == 0 || text[hit - 1] == 0x0A, let block = read(text, from: hit) else { continue }
      return block
    }
    return nil
  }

  private static func read(_ text: [UInt8], from start: Int) -> Block? {
    let end = text.lineEnd(from: start, limit: text.count)
    let words = text[start..<end].trimmed.split(separator: 0x20, maxSplits: 2)
    guard words.count == 3, words[1].count <= 4, words[1].allSatisfy({ $0 >= 0x30 && $0 < 0x38 }) else { return nil }
    var block = Block(name: words[2].text, bytes: [], range: start..<end, damaged: false)
    var at = min(end + 1, text.count)
    while at < text.count {
      let stop = text.lineEnd(from: at, limit: text.count)
      var line = text[at..<stop]
      if line.last == 0x0D { line = line.dropLast() }
      at = min(stop + 1, text.count)
      if line.equals("end") || line.isEmpty { break }
      guard line.equals("`") || append(line, to: &block.bytes) else {
        if block.bytes.isEmpty { return nil }
        block.damaged = true
        break
      }
    }
    block.range = start..<at
    return block.bytes.isEmpty ? nil : block
  }

  /// One line: false when its length does not fit what it says.
  private static func append(_ line: ArraySlice<UInt8>, to out: inout [UInt8]) -> Bool {
    guard let first = line.first, first >= 0x20, first <= 0x60 else { return false }
    let length = Int((first &- 0x20) & 63)
    let data = line.dropFirst()
    guard length > 0, data.count >= (length * 8 + 5) / 6, data.count <= (length + 2) / 3 * 4 + 2 else { return false }
    guard data.allSatisfy({ $0 >= 0x20 && $0 <= 0x60 }) else { return false }
    var left = length
    var i = data.startIndex
    while left > 0 {
      var group: UInt32 = 0
      for k in 0..<4 { group = group << 6 | (i + k < data.endIndex ? UInt32((data[i + k] &- 0x20) & 63) : 0) }
      for shift in [16, 8, 0].prefix(left) { out.append(UInt8(truncatingIfNeeded: group >> UInt32(shift))) }
      left -= 3
      i += 4
    }
    return true
  }
}
