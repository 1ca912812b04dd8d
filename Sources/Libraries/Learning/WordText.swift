/// A text as lower-case words, with a mark before the first and behind the last: runs of letters, marks and apostrophes,
/// numbers as `#` and how many digits they have, and the signs `? ! % € $ £ ₹` as words of their own.
struct WordText {
  private var scalars: [UInt32] = []
  /// Where each word ends in `scalars`.
  private var ends: [Int] = []
  /// Whether each word has a capital letter that no sentence begins with.
  private var names: [Bool] = []

  /// The words, the two marks included.
  var words: Range<Int> { 0..<ends.count }

  /// The scalars of a word.
  func word(_ index: Int) -> ArraySlice<UInt32> {
    scalars[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// What a word stands for beyond its letters.
  func shape(_ index: Int) -> WordShape? { WordShape.of(word(index)) ?? (names[index] ? .name : nil) }

  /// How the word is spelled, for people.
  func spelling(_ index: Int) -> String {
    var text = String.UnicodeScalarView()
    for scalar in word(index) { if let scalar = Unicode.Scalar(scalar) { text.append(scalar) } }
    return String(text)
  }

  init(_ text: [UInt8]) {
    scalars.reserveCapacity(text.count + 2)
    mark(0x3C)
    var isNumber = false
    var start = scalars.count
    var opens = true
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let isInside = scalars.count > start
      switch Self.kind(scalar) {
      case .letter:
        if isNumber { end(&start, &isNumber) }
        if scalars.count == start {
          isName = !opens && scalar.properties.isUppercase
          opens = false
        }
        lower(scalar)
      case .digit:
        if !isInside { (isNumber, isName, opens) = (true, false, false) }
        scalars.append(scalar.value)
      case .apostrophe where isInside && !isNumber: scalars.append(0x27)
      case .sign:
        end(&start, &isNumber)
        mark(scalar.value)
        start = scalars.count
        if scalar == "?" || scalar == "!" { opens = true }
      case .apostrophe, .other:
        end(&start, &isNumber)
        if scalar == "." || scalar == "\n" || scalar == ":" || scalar == "।" { opens = true }
      }
    }
    end(&start, &isNumber)
    mark(0x3E)
  }

  /// Whether the word that is being read has a capital letter within a sentence.
  private var isName = false

  private enum Kind { case letter, digit, apostrophe, sign, other }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x27, 0x2019: .apostrophe
    case 0x3F, 0x21, 0x25, 0x24, 0xA3, 0x20AC, 0x20B9: .sign
    case 0..<0x80: .other
    default: isLetter(scalar) ? .letter : .other
    }
  }

  /// Marks count: without its vowel signs a Devanagari word falls apart.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark:
      true
    default: false
    }
  }

  private mutating func lower(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x41...0x5A: scalars.append(scalar.value | 0x20)
    case 0..<0x80: scalars.append(scalar.value)
    default: for mapped in scalar.properties.lowercaseMapping.unicodeScalars { scalars.append(mapped.value) }
    }
  }

  private mutating func mark(_ scalar: UInt32) {
    scalars.append(scalar)
    ends.append(scalars.count)
    names.append(false)
  }

  private mutating func end(_ start: inout Int, _ isNumber: inout Bool) {
    while scalars.count > start, scalars[scalars.count - 1] == 0x27 { scalars.removeLast() }
    if scalars.count > start {
      if isNumber {
        let digits = UInt32(min(scalars.count - start, 5))
        scalars.removeLast(scalars.count - start)
        scalars += [0x23, 0x30 + digits]
      }
      ends.append(scalars.count)
      names.append(isName && !isFirstPerson(start))
    }
    start = scalars.count
    isNumber = false
  }

  /// "I", also in "I'm", is no name.
  private func isFirstPerson(_ start: Int) -> Bool {
    scalars[start] == 0x69 && (scalars.count == start + 1 || scalars[start + 1] == 0x27)
  }
}
