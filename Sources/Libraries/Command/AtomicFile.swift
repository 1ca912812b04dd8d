// Files that appear whole or not at all.
import Bytes
import Glibc

/// A file that is written beside its target and takes the target's place when it is complete and on disk. Until then the
/// target stays as it was; a file that is not committed is removed.
public final class AtomicFile {
  private let target: String
  private let temporary: String
  private let handle: FileHandle
  private var committed = false

  /// Begins a file that is to become `target`.
  public init(_ target: String) throws(Failure) {
    if FileSystem.isDirectory(target) { throw Failure(.cantCreate, "\(target): Is a directory") }
    self.target = target
    temporary = "\(target).\(getpid()).tmp"
    let path = temporary
    let mode = FileSystem.permissions(of: target) ?? 0o666
    handle = try creating { () throws(SystemError) in
      FileSystem.remove(path)
      return try FileHandle.creating(path, mode: mode)
    }
  }

  deinit {
    if !committed { FileSystem.remove(temporary) }
  }

  /// Adds `bytes`.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    do throws(SystemError) {
      try handle.write(bytes)
    } catch {
      discard()
      throw Failure(.io, "\(target): \(error.reason)")
    }
  }

  /// Puts the file in place of the target. With `ifChanged` a target that holds the same bytes is left as it is, with its
  /// date.
  public func commit(ifChanged: Bool = false) throws(Failure) {
    if ifChanged, holdsTheSame() {
      discard()
      return
    }
    do throws(SystemError) {
      try handle.synchronize()
      try FileSystem.rename(temporary, to: target)
      committed = true
    } catch {
      discard()
      throw Failure(.io, "\(target): \(error.reason)")
    }
  }

  private func discard() {
    FileSystem.remove(temporary)
    committed = true
  }

  private func holdsTheSame() -> Bool {
    guard let old = try? FileHandle.reading(target), let new = try? FileHandle.reading(temporary),
      old.regularSize() == new.regularSize()
    else { return false }
    var one: [UInt8] = []
    var other: [UInt8] = []
    repeat {
      one.removeAll(keepingCapacity: true)
      other.removeAll(keepingCapacity: true)
      guard (try? old.read(into: &one, count: 1 << 16)) != nil, (try? new.read(into: &other, count: 1 << 16)) != nil,
        one == other
      else { return false }
    } while !one.isEmpty
    return true
  }
}
