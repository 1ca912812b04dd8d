// From ids to numbers, for millions of ids.
import Bytes
import JSONLines

/// A hash table that keeps of each id a hash of 64 bits and its number, side by side: a look-up touches one line of memory.
/// Ids themselves are not kept, so that two of one hash are one: of a million, one time in 37 million.
struct IDIndex {
  private struct Bucket {
    var hash: UInt64 = 0
    var number: Int32 = -1
  }

  private var buckets = [Bucket](repeating: Bucket(), count: 16)
  private(set) var count = 0

  /// The number of the id with that hash; nil when there is none.
  func number(_ hash: UInt64) -> Int32? {
    let mask = buckets.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while buckets[place].number >= 0 {
      if buckets[place].hash == hash { return buckets[place].number }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Says that the id with that hash will be asked for soon: in a great table that is a wait for memory, which can pass while
  /// other work is done.
  func expect(_ hash: UInt64) {
    // Sound: the address lies in the buffer, and is not read.
    buckets.withUnsafeBufferPointer { buckets in
      guard let start = buckets.baseAddress else { return }
      Memory.prefetch(start + (Int(truncatingIfNeeded: hash) & (buckets.count - 1)))
    }
  }

  /// Adds an id that is not there yet.
  mutating func insert(_ hash: UInt64, _ number: Int32) {
    if 4 * (count + 1) > 3 * buckets.count { grow() }
    put(Bucket(hash: hash, number: number))
    count += 1
  }

  private mutating func put(_ bucket: Bucket) {
    let mask = buckets.count - 1
    var place = Int(truncatingIfNeeded: bucket.hash) & mask
    while buckets[place].number >= 0 { place = (place + 1) & mask }
    buckets[place] = bucket
  }

  private mutating func grow() {
    let old = buckets
    buckets = [Bucket](repeating: Bucket(), count: 2 * old.count)
    for bucket in old where bucket.number >= 0 { put(bucket) }
  }

  /// The hash of an id.
  static func hash(_ text: String) -> UInt64 {
    // Sound: the span does not leave the closure.
    let hash = text.utf8.withContiguousStorageIfAvailable {
      ContentHash.of(UnsafeRawBufferPointer($0).bytes, 0..<$0.count)
    }
    return hash ?? ContentHash.of(Array(text.utf8))
  }

  /// The hash of the text of the JSON string at `place`.
  static func hash(_ json: RawSpan, _ place: ValuePlace) -> UInt64 {
    let inner = place.range.lowerBound + 1..<place.range.upperBound - 1
    let isPlain = json.firstOffset(of: UInt8(ascii: "\\"), in: inner) == nil
    return isPlain ? ContentHash.of(json, inner) : hash(JSONText.string(json, place.range))
  }
}
