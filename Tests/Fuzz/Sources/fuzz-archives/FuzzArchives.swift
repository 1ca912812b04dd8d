// ZIP files of any bytes: the directory is read within bounds, and an entry is what its check sum says, or an error.
import Archive
import PlantedCrash

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  if PlantedCrash.isWanted { return 0 }
  guard
    let archive = try? ZipArchive(
      size: count,
      read: { offset, wanted in
        guard offset >= 0, offset < bytes.count, wanted > 0 else { return [] }
        return Array(bytes[offset..<min(bytes.count, offset + min(wanted, bytes.count))])
      })
  else { return 0 }
  for entry in archive.entries {
    guard let contents = try? archive.contents(of: entry, limit: 1 << 16) else { continue }
    if contents.count != entry.size || contents.count > 1 << 16 { fatalError("another size than the directory says") }
  }
  return 0
}
