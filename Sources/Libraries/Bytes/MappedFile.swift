// A file's bytes without reading them: pages come when they are looked at.
import Glibc

/// The bytes of a file as they are at the moment of opening. A regular file is mapped, another one (a pipe) is read.
///
/// `@unchecked Sendable` is sound because nothing changes the memory after `init`. A file that another program cuts
/// short while it is mapped ends this one; our own filters replace files as a whole.
public final class MappedFile: @unchecked Sendable {
  @usableFromInline let memory: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Opens `path`; `-` is standard input.
  public init(_ path: String) throws(SystemError) {
    let handle = path == "-" ? FileHandle.standardInput : try FileHandle.reading(path)
    if let size = handle.regularSize(), size > 0 {
      let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, handle.descriptor, 0)
      guard address != MAP_FAILED else { throw SystemError(code: errno, subject: path) }
      memory = UnsafeRawBufferPointer(start: address, count: size)
      isMapped = true
      return
    }
    var bytes: [UInt8] = []
    while try handle.read(into: &bytes, count: 1 << 18) > 0 {}
    memory = Self.copy(bytes)
    isMapped = false
  }

  /// What a file with these bytes would be.
  public init(holding bytes: [UInt8]) {
    memory = Self.copy(bytes)
    isMapped = false
  }

  private static func copy(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(copy)
  }

  deinit {
    // Sound: nothing keeps the memory beyond this object, since spans end with the closure they are given to.
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
    } else {
      memory.deallocate()
    }
  }

  /// How many bytes there are.
  @inlinable public var count: Int { memory.count }

  /// Calls `body` with the bytes.
  @inlinable
  public func withSpan<Result, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Result) throws(Failure) -> Result {
    try body(memory.bytes)
  }

  /// The number in the eight bytes from `offset` on.
  @inlinable @inline(__always)
  public func uint64(_ offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= memory.count)
    return UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The number in the four bytes from `offset` on.
  @inlinable @inline(__always)
  public func uint32(_ offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 4 <= memory.count)
    return UInt32(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
