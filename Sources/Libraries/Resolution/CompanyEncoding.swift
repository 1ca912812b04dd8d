import Bytes

extension CompanyFeatures {
  /// Writes what is known of the record.
  func encode(to fields: inout FieldWriter) {
    fields.list(names) { fields, name in
      fields.list(name.words) { $0.text($1) }
      fields.text(name.compact)
    }
    fields.list(domains) { $0.text(Array($1.utf8)) }
    fields.list(labels) { $0.text($1) }
    fields.list(slugs) { $0.text($1) }
    fields.word(city)
    fields.word(country)
  }

  /// What `encode` wrote. The names get the numbers of `reader`; their uses are not counted.
  init(_ fields: inout FieldReader, _ span: RawSpan, _ reader: inout CompanyReader) throws(DamagedFields) {
    for _ in 0..<(try fields.count(span)) {
      let words = try fields.list(span, Self.text)
      let compact = try fields.text(span)
      names.append((reader.names.number(compact, counting: false), words, compact))
    }
    domains = try fields.list(span) { (fields, span) throws(DamagedFields) in
      String(decoding: try fields.text(span), as: UTF8.self)
    }
    labels = try fields.list(span, Self.text)
    slugs = try fields.list(span, Self.text)
    city = try fields.word(span)
    country = try fields.word(span)
  }

  private static func text(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> [UInt8] {
    try fields.text(span)
  }
}
