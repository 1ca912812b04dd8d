// Texts of any bytes: the zones cover every byte of them once, in order, whatever is quoted in whatever way.
import Glibc
import Zones

/// Whether the run is to prove that crashes are found.
private let isPlanted = getenv("KITH_PLANTED_CRASH") != nil

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  if isPlanted, count > 2, source[0] == 1, source[1] == 2, source[2] == 3 { fatalError("the planted crash was found") }
  for isForward in [false, true] {
    let zoned = ZoneSplitter.split(
      source, isForward: isForward, greetingApart: isForward, writer: isForward ? "Dana Frost" : nil)
    var end = 0
    for segment in zoned.segments {
      if segment.range.lowerBound != end { fatalError("a gap between two zones") }
      end = segment.range.upperBound
    }
    if end != count { fatalError("the zones do not cover the text") }
    let joined = TextZone.allCases.reduce(0) { $0 + zoned.joined($1).count { $0 > 0x20 } }
    if joined != source.count(where: { $0 > 0x20 }) { fatalError("a zone has lost a byte") }
  }
  return 0
}
