// Texts of any bytes: the zones cover every byte of them once, in order, whatever is quoted in whatever way.
import PlantedCrash
import Zones

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: bytes, count: count))
  PlantedCrash.look(in: source)
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
