/// Which features a model knows, and their numbers: one bit a bucket, and how many are known below every 64. Most buckets
/// are not known, and the bits stay in the processor's cache where a table of numbers would not.
struct BucketIndex: Sendable {
  private var known: [UInt64]
  private var below: [Int32]

  /// An index of ascending buckets below 2^bits, of which there are at least 64.
  init(_ buckets: [UInt32], bits: Int) {
    known = [UInt64](repeating: 0, count: 1 << (bits - 6))
    for bucket in buckets { known[Int(bucket >> 6)] |= 1 << UInt64(bucket & 63) }
    below = []
    below.reserveCapacity(known.count)
    var count: Int32 = 0
    for bits in known {
      below.append(count)
      count += Int32(bits.nonzeroBitCount)
    }
  }

  /// The place of the bucket among the known ones; nil when it is not known.
  func feature(_ bucket: UInt32) -> Int32? {
    let bits = known[Int(bucket >> 6)]
    let bit: UInt64 = 1 << UInt64(bucket & 63)
    guard bits & bit != 0 else { return nil }
    return below[Int(bucket >> 6)] + Int32((bits & (bit - 1)).nonzeroBitCount)
  }

  /// The features of buckets, ascending, each as often as it occurs.
  func features(_ buckets: [UInt32]) -> [Int32] {
    var features: [Int32] = []
    features.reserveCapacity(buckets.count)
    for bucket in buckets { if let feature = feature(bucket) { features.append(feature) } }
    RadixSort.sort(&features, below: known.count * 64)
    return features
  }
}
