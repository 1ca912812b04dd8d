/// What RFC 6350 demands of a card beyond its syntax.
enum CardRules {
  /// Properties that may stand only once (cardinality *1).
  private static let single: Set<String> = [
    "ANNIVERSARY", "BDAY", "GENDER", "KIND", "N", "PRODID", "REV", "UID",
  ]
  /// Properties whose value is text, and so may hold no bare escape.
  private static let texts: Set<String> = [
    "CATEGORIES", "EMAIL", "FN", "N", "NICKNAME", "NOTE", "ORG", "ROLE", "TITLE",
  ]

  static func faults(of card: Card, end: Int) -> [CardReader.Fault] {
    var faults: [CardReader.Fault] = []
    func find(_ line: Int, _ property: String, _ message: String) {
      faults.append(CardReader.Fault(line: line, property: property, message: message))
    }
    if card.properties.first?.name != "VERSION" || card.properties.first?.value != "4.0" {
      find(card.line, "VERSION", "VERSION:4.0 does not follow BEGIN:VCARD")
    }
    if !card.properties("FN").contains(where: { !$0.value.isEmpty }) { find(end, "FN", "missing") }
    for name in single.sorted() where card.properties(name).filter({ $0.parameter("ALTID").isEmpty }).count > 1 {
      find(end, name, "stands more than once")
    }
    for property in card.properties {
      if let message = fault(of: property) { find(property.line, property.name, message) }
    }
    return faults
  }

  private static func fault(of property: Card.Property) -> String? {
    if property.value.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\t" || $0.value == 0x7F }) {
      return "a control character"
    }
    for preference in property.parameter("PREF") where !(1...100).contains(Int(preference) ?? 0) {
      return "PREF is a number from 1 to 100"
    }
    if property.name == "N", property.components.count > 5 { return "more than five parts" }
    if texts.contains(property.name), !hasValidEscapes(property.value) { return "a backslash that escapes nothing" }
    return nil
  }

  private static func hasValidEscapes(_ value: String) -> Bool {
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped, !["\\", ",", ";", "n", "N", ":"].contains(scalar) { return false }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return !isEscaped
  }
}
