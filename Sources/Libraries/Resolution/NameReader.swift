import Bytes
import JSONLines
import Names
import Transliteration

/// Reads people's names into what they are compared by; what each word comes to is kept.
struct NameReader {
  private let transliterator = Transliterator()
  private var givenKeys = Remembered<GivenKey>()
  private var familyKeys = Remembered<PersonNameKey>()

  /// What a given name comes to, and what the same word may be in a whole name.
  private struct GivenKey {
    let key: PersonNameKey
    let isTitle: Bool
    let isSuffix: Bool

    init(_ name: String) {
      key = PersonName(given: name, family: "").key
      isTitle = PersonName.isTitle(name)
      isSuffix = PersonName.isSuffix(name)
    }
  }

  static let unknown = PersonNameKey(PersonName(given: "", family: ""))

  /// The name whose parts stand at `given` and `family`, or as a whole at `whole`.
  mutating func key(
    given: ValuePlace, family: ValuePlace, whole: ValuePlace, in json: RawSpan
  ) -> PersonNameKey {
    let transliterator = transliterator
    let givenKey = givenKeys.value(given, in: json) { GivenKey(transliterator.latin($0)) }
    let familyKey = familyKeys.value(family, in: json) { PersonName(given: "", family: transliterator.latin($0)).key }
    if givenKey != nil || familyKey != nil {
      return PersonNameKey(given: givenKey?.key ?? Self.unknown, family: familyKey ?? Self.unknown)
    }
    guard whole.isString(in: json) else { return Self.unknown }
    return plainKey(whole, in: json) ?? PersonName(transliterator.latin(JSONText.string(json, whole.range)))?.key
      ?? Self.unknown
  }

  /// The key of a name of two plain words; nil when it takes more to read it.
  private mutating func plainKey(_ whole: ValuePlace, in json: RawSpan) -> PersonNameKey? {
    guard let name = PlainName(json, whole.range.lowerBound + 1..<whole.range.upperBound - 1) else { return nil }
    let given = givenKeys.value(hash: ContentHash.of(json, name.given)) { GivenKey(json.text(name.given)) }
    guard name.isTurned ? !given.isSuffix : !given.isTitle else { return nil }
    let family = familyKeys.value(hash: ContentHash.of(json, name.family)) {
      PersonName(given: "", family: json.text(name.family)).key
    }
    return PersonNameKey(given: given.key, family: family)
  }
}
