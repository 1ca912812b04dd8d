import Bytes
import Names

/// What is known of the given names that stand in the records, by their numbers, so that no text is looked up for a pair.
struct GivenNames {
  /// For each name the numbers of those that it is a short form of, and where they begin.
  private var fullNames: [Int32] = []
  private var starts: [Int32] = [0]
  /// Which of them the table of given names has.
  private var isKnown: [Bool] = []

  /// The given names that `interner` has numbered.
  init(_ interner: Interner) {
    for number in 0..<Int32(interner.texts.count) {
      let name = interner.texts[number]
      fullNames += Nicknames.fullNames(of: name).compactMap { interner.known($0) }
      starts.append(Int32(fullNames.count))
      isKnown.append(Nicknames.isKnown(name))
    }
  }

  /// Whether one of two names is a short form of the other.
  func areRelated(_ left: Int32, _ right: Int32) -> Bool { isShort(left, of: right) || isShort(right, of: left) }

  private func isShort(_ short: Int32, of full: Int32) -> Bool {
    let (starts, fullNames) = (starts.span, fullNames.span)
    for index in Int(starts[Int(short)])..<Int(starts[Int(short) + 1]) where fullNames[index] == full { return true }
    return false
  }

  /// Whether both are given names of the table.
  func areKnown(_ left: Int32, _ right: Int32) -> Bool { isKnown[Int(left)] && isKnown[Int(right)] }
}
