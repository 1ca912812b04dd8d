import Bytes
import JSONLines

extension Condition.Test {
  /// What an absent member answers: only `exists: false` and a count that may be zero hold.
  var holdsWhenAbsent: Bool {
    switch self {
    case .exists(let wanted): !wanted
    case .count(let low, _): (low ?? .zero) <= .zero
    default: false
    }
  }

  /// What a number answers.
  func holds(number: Decimal) -> Bool {
    switch self {
    case .exists(let wanted): wanted
    case .equals(.number(let other)): number == other
    case .isIn(_, let numbers): numbers.contains(number)
    case .between(let low, let high): (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    default: false
    }
  }

  func holds(count: Int) -> Bool {
    guard case .count(let low, let high) = self else { return false }
    let number = Decimal(count)
    return (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
  }

  func holds(age days: Int) -> Bool {
    guard case .age(let within, let limit) = self else { return false }
    return within ? days <= limit : days > limit
  }
}

extension Record {
  /// Whether the value of the field passes the test. A test of a list passes when an element does, `count` when the
  /// number of elements does.
  func holds(_ field: Condition.Field, _ test: Condition.Test, today: Int) -> Bool {
    if field.isList {
      let values = jsons(field.path)
      return values.isEmpty ? test.holdsWhenAbsent : values.contains { JSONFact.holds(test, $0, today) }
    }
    return withRaw(field.path) { span, range, kind in
      JSONFact.holds(test, span, range, kind, today)
    } ?? test.holdsWhenAbsent
  }
}

/// Tests of one JSON value in place.
enum JSONFact {
  static func holds(_ test: Condition.Test, _ span: RawSpan, _ range: Range<Int>, _ kind: Record.Kind, _ today: Int)
    -> Bool
  {
    if case .exists(let wanted) = test { return wanted == saysSomething(span, range, kind) }
    switch kind {
    case .null: return test.holdsWhenAbsent
    case .string: return string(test, span, range, today)
    case .number: return number(span, range).map { test.holds(number: $0) } ?? false
    case .bool:
      guard case .equals(.bool(let wanted)) = test else { return false }
      return wanted == (span.byte(range.lowerBound) == UInt8(ascii: "t"))
    case .object: return false
    case .array: return list(test, span, range, today)
    }
  }

  /// Whether a value is neither null nor an empty string, list or object.
  static func saysSomething(_ span: RawSpan, _ range: Range<Int>, _ kind: Record.Kind) -> Bool {
    switch kind {
    case .null: return false
    case .bool, .number: return true
    case .string: return range.count > 2
    case .array, .object:
      for offset in range.lowerBound + 1..<range.upperBound - 1 where span.byte(offset) > 0x20 { return true }
      return false
    }
  }

  /// A number of at most 15 digits without sign, fraction and exponent, as counts are.
  static func wholeNumber(_ span: RawSpan, _ range: Range<Int>) -> Int? {
    guard range.count < 16 else { return nil }
    var value = 0
    for offset in range {
      let digit = span.byte(offset) &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// A decoded value, by its text.
  static func holds(_ test: Condition.Test, _ value: JSON, _ today: Int) -> Bool {
    var text: [UInt8] = []
    value.write(to: &text)
    guard let first = text.first else { return false }
    return holds(test, text.span.bytes, 0..<text.count, ArrayElements.kind(first), today)
  }

  private static func number(_ span: RawSpan, _ range: Range<Int>) -> Decimal? {
    wholeNumber(span, range).map { Decimal($0) } ?? Decimal(span.text(range))
  }

  private static func string(_ test: Condition.Test, _ span: RawSpan, _ range: Range<Int>, _ today: Int) -> Bool {
    let inner = range.lowerBound + 1..<range.upperBound - 1
    switch test {
    case .equals(.string(let text)): return equals(text, span, range)
    case .isIn(let texts, _): return texts.contains { equals($0, span, range) }
    case .age:
      guard let day = Days.number(span, inner) else { return false }
      return test.holds(age: today - day)
    case .between:
      guard let number = Decimal(span.text(inner)) else { return false }
      return test.holds(number: number)
    default: return false
    }
  }

  /// Whether the string in `range` is `text`, which is folded; without a copy where the string holds no escape.
  private static func equals(_ text: [UInt8], _ span: RawSpan, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound + 1
    let count = range.count - 2
    guard count >= text.count else { return false }
    if span.firstOffset(of: UInt8(ascii: "\\"), in: start..<start + count) != nil { return folded(span, range) == text }
    guard count == text.count else { return false }
    for offset in 0..<count where Subject.folded(span.byte(start + offset)) != text[offset] { return false }
    return true
  }

  private static func folded(_ span: RawSpan, _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    JSONText.decode(span, range, into: &text)
    for index in text.indices { text[index] = Subject.folded(text[index]) }
    return text
  }

  private static func list(_ test: Condition.Test, _ span: RawSpan, _ range: Range<Int>, _ today: Int) -> Bool {
    var count = 0
    var passed = false
    ArrayElements.each(span, range) { element, kind in
      count += 1
      if !passed { passed = holds(test, span, element, kind, today) }
    }
    switch test {
    case .count: return test.holds(count: count)
    default: return passed
    }
  }
}
