import Bytes

extension ColumnValue {
  /// The same for values that say the same, and by all likelihood for no others.
  var hash: UInt64 {
    switch kind {
    case .text, .company: words.reduce(ContentHash.of(text)) { ContentHash.of($0, UInt64($1.count)) }
    case .number: ContentHash.of(ContentHash.of(text), Self.ordered(number))
    default: ContentHash.of(text)
    }
  }

  /// Hashes of what different values have in common and is counted: the words of a text, a quantity or a day, these as
  /// numbers in the order of the quantities.
  var parts: [UInt64] {
    switch kind {
    case .text, .company: Set(words).map { ContentHash.of($0) }
    case .number, .date: [Self.ordered(number)]
    default: []
    }
  }

  /// A number that is the larger, the larger `quantity` is.
  static func ordered(_ quantity: Double) -> UInt64 {
    let bits = quantity.bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The quantity of an `ordered` number; nil when it is that of none.
  static func quantity(_ ordered: UInt64) -> Double? {
    let value = Double(bitPattern: ordered >> 63 == 1 ? ordered ^ 1 << 63 : ~ordered)
    return value.isFinite ? value : nil
  }

  /// Writes the value, to be read by `init(_:_:_:)`.
  func encode(to fields: inout FieldWriter) {
    switch kind {
    case .text, .company: fields.list(words) { $0.text($1) }
    case .number:
      fields.word(number.bitPattern)
      fields.text(text)
    case .date: for part in [date.year, date.month, date.day] { fields.count(part) }
    case .email:
      fields.text(text)
      fields.text(shared)
    case .code, .phone, .link: fields.text(text)
    }
  }

  /// What `encode` wrote of a value of `kind`.
  init(_ fields: inout FieldReader, _ span: RawSpan, _ kind: ColumnKind) throws(DamagedFields) {
    self.kind = kind
    switch kind {
    case .text, .company:
      words = try fields.list(span) { (fields, span) throws(DamagedFields) in try fields.text(span) }
      text = Array(words.joined())
      guard !words.contains([]) else { throw DamagedFields() }
    case .number:
      number = Double(bitPattern: try fields.word(span))
      text = try fields.text(span)
      guard number.isFinite else { throw DamagedFields() }
    case .date:
      let (year, month, day) = (try fields.number(span), try fields.number(span), try fields.number(span))
      guard let parts = ColumnShape.valid(Int(clamping: year), Int(clamping: month), Int(clamping: day)) else {
        throw DamagedFields()
      }
      setDate(parts)
    case .email:
      text = try fields.text(span)
      shared = try fields.text(span)
    case .code: text = try fields.text(span)
    case .phone:
      text = try fields.text(span)
      guard text.count <= 16 else { throw DamagedFields() }
      shared = Self.area(text)
    case .link:
      text = try fields.text(span)
      shared = Self.host(text)
    }
    guard !text.isEmpty else { throw DamagedFields() }
  }
}
