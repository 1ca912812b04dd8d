/// All keys in ascending order, with their records; of equal keys by record.
public struct SortedKeys: Sendable {
  /// The keys as numbers.
  public private(set) var keys: [UInt64]
  /// For each key, the record that has it.
  public private(set) var records: [Int32]

  /// Sorts the keys of all records.
  public init(_ given: BlockingKeys) {
    // Counting by the leading bits of rule and hash first leaves groups so small that sorting each is cheap.
    let count = given.keys.count
    let bucketBits = min(Self.bucketBits, max(8, Int.bitWidth - count.leadingZeroBitCount))
    let shift = UInt64(64 - bucketBits)
    var places = [Int](repeating: 0, count: 1 << bucketBits + 1)
    for key in given.keys { places[Int(key >> shift) + 1] += 1 }
    for bucket in 1..<places.count { places[bucket] += places[bucket - 1] }
    let bounds = places
    keys = [UInt64](repeating: 0, count: count)
    records = [Int32](repeating: 0, count: count)
    for record in 0..<given.recordCount {
      for index in given.starts[record]..<given.starts[record + 1] {
        let bucket = Int(given.keys[index] >> shift)
        keys[places[bucket]] = given.keys[index]
        records[places[bucket]] = Int32(record)
        places[bucket] += 1
      }
    }
    for bucket in 0..<bounds.count - 1 where bounds[bucket + 1] - bounds[bucket] > 1 {
      sort(bounds[bucket]..<bounds[bucket + 1])
    }
  }

  /// Leading bits that are counted at most; rules take six of them.
  private static let bucketBits = 22

  private mutating func sort(_ range: Range<Int>) {
    if range.count <= 24 {
      // Insertion keeps the records of equal keys in order.
      for i in range.dropFirst() {
        let (key, record) = (keys[i], records[i])
        var j = i
        while j > range.lowerBound, keys[j - 1] > key {
          keys[j] = keys[j - 1]
          records[j] = records[j - 1]
          j -= 1
        }
        keys[j] = key
        records[j] = record
      }
      return
    }
    let sorted = range.map { (key: keys[$0], record: records[$0]) }.sorted {
      $0.key != $1.key ? $0.key < $1.key : $0.record < $1.record
    }
    for (index, entry) in zip(range, sorted) {
      keys[index] = entry.key
      records[index] = entry.record
    }
  }

  /// Calls `body` with each key and the records that have it.
  public func forEachGroup(_ body: (UInt64, ArraySlice<Int32>) -> Void) {
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      body(keys[start], records[start..<end])
      start = end
    }
  }
}
