import Bytes
import Names

/// What is known of the given names that stand in the records, by their numbers, so that no text is looked up for a pair.
struct GivenNames {
  private let hashes: [UInt64]
  /// For each name the hashes of those that it is a short form of.
  private var fullNames: [[UInt64]]
  /// Which of them the table of given names has.
  private var isKnown: [Bool]

  /// The given names of `records`, numbered by `interner`.
  init(_ interner: Interner, _ records: [Shared<PersonFeatures>]) {
    hashes = interner.hashes
    fullNames = [[UInt64]](repeating: [], count: hashes.count)
    isKnown = [Bool](repeating: false, count: hashes.count)
    var isSeen = isKnown
    for record in records where record.value.givenNumber >= 0 && !isSeen[Int(record.value.givenNumber)] {
      let number = Int(record.value.givenNumber)
      isSeen[number] = true
      fullNames[number] = Nicknames.fullNames(of: record.value.name.given).map { ContentHash.of($0) }
      isKnown[number] = Nicknames.isKnown(record.value.name.given)
    }
  }

  /// Whether one of two names is a short form of the other.
  func areRelated(_ left: Int32, _ right: Int32) -> Bool {
    fullNames[Int(left)].contains(hashes[Int(right)]) || fullNames[Int(right)].contains(hashes[Int(left)])
  }

  /// Whether both are given names of the table.
  func areKnown(_ left: Int32, _ right: Int32) -> Bool { isKnown[Int(left)] && isKnown[Int(right)] }
}
