import Bytes
import TestSupport
import Testing

@testable import Archive

struct ZipArchiveTests {
  /// A ZIP file with the given entries: name, method, packed bytes, size, check sum.
  private func zip(_ entries: [(name: String, method: Int, packed: [UInt8], size: Int, checksum: UInt32)]) -> [UInt8] {
    func little(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = file.count
      let facts =
        little(20, 2) + little(0, 2) + little(entry.method, 2) + little(0, 4) + little(Int(entry.checksum), 4)
        + little(entry.packed.count, 4) + little(entry.size, 4) + little(entry.name.utf8.count, 2) + little(0, 2)
      file += little(0x0403_4B50, 4) + facts + Array(entry.name.utf8) + entry.packed
      directory += little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10) + little(offset, 4)
      directory += Array(entry.name.utf8)
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(entries.count, 2) + little(entries.count, 2)
    return file + directory + end + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
  }

  private func archive(_ bytes: [UInt8], _ body: (ZipArchive) throws -> Void) throws {
    let scratch = try Scratch()
    try Files.write(bytes, to: "\(scratch.path)/a.zip")
    try body(ZipArchive(try FileHandle.reading("\(scratch.path)/a.zip")))
  }

  private let hello = Array("hello".utf8)
  /// "hello" forty times, deflated with fixed codes: a literal run and one copy.
  private let sum: UInt32 = 0x3610_A686

  @Test func storedEntriesAreReadBack() throws {
    try archive(zip([("a.txt", 0, hello, 5, sum), ("folder/", 0, [], 0, 0)])) { archive in
      #expect(archive.entries.map(\.name) == ["a.txt"])
      try #expect(archive.contents(of: archive.entries[0], limit: 100) == hello)
    }
  }

  @Test func deflatedEntriesAreReadBack() throws {
    // RFC 1951, 3.2.4: one stored block, the last one.
    let packed: [UInt8] = [0x01, 0x05, 0x00, 0xFA, 0xFF] + hello
    try archive(zip([("a.txt", 8, packed, 5, sum)])) { archive in
      try #expect(archive.contents(of: archive.entries[0], limit: 100) == hello)
    }
  }

  @Test func damageIsSeen() throws {
    try archive(zip([("a.txt", 0, hello, 5, 1), ("b.txt", 8, [0xFF, 0xFF], 5, sum), ("c", 12, [1], 5, sum)])) {
      archive in
      for entry in archive.entries {
        #expect(throws: ZipError.self) { try archive.contents(of: entry, limit: 100) }
      }
    }
  }

  @Test func aSizeThatIsNotTrueOrTooLargeIsRefused() throws {
    let packed: [UInt8] = [0x01, 0x05, 0x00, 0xFA, 0xFF] + hello
    try archive(zip([("a.txt", 8, packed, 4, sum), ("b.txt", 8, packed, 1 << 31, sum)])) { archive in
      for entry in archive.entries {
        #expect(throws: ZipError.self) { try archive.contents(of: entry, limit: 1 << 20) }
      }
    }
  }

  @Test func aFileThatIsCutAnywhereIsRefusedOrRead() throws {
    let whole = zip([("a.txt", 0, hello, 5, sum)])
    for length in 0..<whole.count {
      #expect(throws: ZipError.self) { try archive(Array(whole[..<length])) { _ in } }
    }
    for place in whole.indices {
      var damaged = whole
      damaged[place] ^= 0xFF
      try? archive(damaged) { archive in
        for entry in archive.entries { _ = try? archive.contents(of: entry, limit: 1 << 16) }
      }
    }
  }
}
