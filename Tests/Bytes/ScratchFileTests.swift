import Testing

@testable import Bytes

/// What is put aside is read again, from memory or from disk.
struct ScratchFileTests {
  @Test func whatIsAppendedIsReadAtItsPlace() throws {
    let file = try ScratchFile()
    var places: [(Int, [UInt8])] = []
    for number in 0..<40 {
      let bytes = [UInt8](repeating: UInt8(number), count: number * 4001)
      places.append((try file.append(bytes[...]), bytes))
    }
    for (place, bytes) in places.reversed() { #expect(try file.read(at: place, count: bytes.count) == bytes) }
  }

  @Test func readingBeyondTheEndIsAnError() throws {
    let file = try ScratchFile()
    _ = try file.append([1, 2, 3][...])
    #expect(throws: SystemError.self) { try file.read(at: 2, count: 2) }
  }
}
