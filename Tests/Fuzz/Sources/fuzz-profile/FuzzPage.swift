// Profiles: whatever a saved page or a pasted text holds, reading it ends in a profile or a refusal, and no
// value is empty or runs over a line.
import PlantedCrash
import Profile
import WebPage

/// The fuzzer calls from one thread only, so this needs no protection.
nonisolated(unsafe) private let reader = try? ProfileReader()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  PlantedCrash.look(in: bytes)
  guard let reader else { fatalError("a built-in layout is wrong") }
  guard case .profile(let record) = reader.outcome(of: bytes, file: "page", fileDate: nil) else { return 0 }
  let profile = record.profile
  let positions = profile.positions.flatMap { [$0.title, $0.company] }
  let texts = [profile.name, profile.headline, profile.location] + positions
  for text in texts.compactMap(\.self) where text.isEmpty || text.contains(where: \.isNewline) {
    fatalError("a value is no single line: \(text)")
  }
  return 0
}
