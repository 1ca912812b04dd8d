import Bytes
import Matching
import Names

extension PersonFeatures {
  /// Writes what is known of the record, the name first.
  func encode(to fields: inout FieldWriter) {
    fields.text(name.given)
    fields.text(name.middleInitials)
    fields.list(name.familyParts) { $0.text($1) }
    fields.list(mailboxes) { fields, mailbox in
      fields.word(mailbox.key)
      fields.text(mailbox.local)
      fields.word(mailbox.domain)
      fields.count((mailbox.isDistinctive ? 1 : 0) + (mailbox.isWork ? 2 : 0))
    }
    fields.list(phones) { $0.text($1.digits) }
    fields.list(slugs) { $0.text($1) }
    fields.list(employers) { $0.text($1.label) }
    fields.count((hasEmployerId ? 1 : 0) + (hasEmployerName ? 2 : 0))
    fields.list(spells) { fields, spell in
      fields.signed(spell.from)
      fields.signed(spell.until)
    }
    fields.list(handles) { $0.text($1) }
    for hash in [title, city, country] { fields.list(hash == 0 ? [] : [hash]) { $0.word($1) } }
  }

  /// The name of a record that `encode` wrote.
  static func name(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> PersonNameKey {
    let given = try fields.text(span)
    let middle = try fields.text(span)
    let parts = try fields.list(span, Self.text)
    return PersonNameKey(given: given, middleInitials: middle, familyParts: parts)
  }

  /// What `encode` wrote. The values get the numbers of `reader`; their uses are not counted.
  init(_ fields: inout FieldReader, _ span: RawSpan, _ reader: inout PersonReader) throws(DamagedFields) {
    name = try Self.name(&fields, span)
    if !name.given.isEmpty { givenNumber = reader.given.number(name.given, counting: false) }
    if !name.family.isEmpty { familyNumber = reader.family.number(name.family, counting: false) }
    mailboxes = try fields.list(span) { (fields, span) throws(DamagedFields) in
      let key = try fields.word(span)
      let local = try fields.text(span)
      let domain = try fields.word(span)
      let marks = try fields.number(span)
      return Mailbox(key: key, local: local, domain: domain, isDistinctive: marks & 1 != 0, isWork: marks & 2 != 0)
    }
    for digits in try fields.list(span, Self.text) {
      let key = BlockingKey(rule: 1, digits).number
      phones.append((reader.phones.number(hash: key, counting: false), key, digits))
    }
    slugs = try fields.list(span, Self.text)
    for label in try fields.list(span, Self.text) {
      let key = ContentHash.of(label)
      employers.append((reader.employers.number(label, counting: false), key, label))
    }
    let marks = try fields.number(span)
    (hasEmployerId, hasEmployerName) = (marks & 1 != 0, marks & 2 != 0)
    for _ in 0..<(try fields.count(span)) {
      let (from, until) = (try fields.signed(span), try fields.signed(span))
      guard let spell = Spell(from: from, until: until) else { throw DamagedFields() }
      spells.append(spell)
    }
    handles = try fields.list(span, Self.text)
    title = try Self.hash(&fields, span)
    city = try Self.hash(&fields, span)
    country = try Self.hash(&fields, span)
  }

  private static func text(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> [UInt8] {
    try fields.text(span)
  }

  private static func hash(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> UInt64 {
    try fields.list(span) { (fields, span) throws(DamagedFields) in try fields.word(span) }.first ?? 0
  }
}
