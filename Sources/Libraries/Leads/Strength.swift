// How strong a relationship is: a formula of our own, with every factor in sight.
import Calendar
import JSONLines

/// Age as a share: 1 today, a half after 365 days, a quarter after 730, on straight lines between.
enum Decay {
  static func of(days: Int) -> Double {
    let days = max(0, days)
    let years = days / 365
    guard years < 60 else { return 0 }
    return (1 - Double(days % 365) / 730) / Double(1 << years)
  }
}

/// The strength of a relationship, from 0 to 1, as the sum of five factors in thousandths:
///
///     recency      0.30 × decay(days since the last touch)
///     frequency    0.25 × m / (m + 6)       m: messages either way, each by its decay
///     reciprocity  0.20 × 2 min(in, out) / (in + out)
///     meetings     0.10 × c / (c + 2)       c: meetings and calls, each by its decay
///     placements   0.15 × p / (p + 1)       p: hires through us
///
/// Mail sent into silence gets little: it has neither reciprocity nor meetings. Hires do not age.
struct Strength: Sendable {
  let recency: Int
  let frequency: Int
  let reciprocity: Int
  let meetings: Int
  let placements: Int

  init(_ touches: Touches, now: Instant) {
    func part(_ most: Double, _ share: Double) -> Int { Int((most * share * 1000).rounded()) }
    recency = part(0.30, touches.lastInstant.map { Decay.of(days: $0.days(to: now)) } ?? 0)
    frequency = part(0.25, touches.freshMessages / (touches.freshMessages + 6))
    let messages = touches.inbound + touches.outbound
    reciprocity = part(
      0.20, messages == 0 ? 0 : Double(2 * min(touches.inbound, touches.outbound)) / Double(messages))
    meetings = part(0.10, touches.freshMeetings / (touches.freshMeetings + 2))
    placements = part(0.15, Double(touches.placements) / Double(touches.placements + 1))
  }

  var thousandths: Int { recency + frequency + reciprocity + meetings + placements }

  /// Writes the members `strength` and `factors`.
  func write(to writer: inout JSONWriter) {
    Strength.write("strength", thousandths, to: &writer)
    writer.key("factors")
    writer.beginObject()
    Strength.write("recency", recency, to: &writer)
    Strength.write("frequency", frequency, to: &writer)
    Strength.write("reciprocity", reciprocity, to: &writer)
    Strength.write("meetings", meetings, to: &writer)
    Strength.write("placements", placements, to: &writer)
    writer.endObject()
  }

  private static func write(_ name: StaticString, _ thousandths: Int, to writer: inout JSONWriter) {
    let text = texts.indices.contains(thousandths) ? texts[thousandths] : Array(text(thousandths).utf8)
    writer.member(name, raw: text)
  }

  /// The texts of all thousandths up to one, since each lead shows some twelve of them.
  private static let texts = (0...1000).map { Array(text($0).utf8) }

  /// Thousandths as a JSON number.
  static func number(_ thousandths: Int) -> JSON { .number(text(thousandths)) }

  /// Thousandths as a decimal without zeros at its end.
  static func text(_ thousandths: Int) -> String {
    guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
    var digits = String(String(1000 + thousandths % 1000).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(thousandths / 1000).\(digits)"
  }
}
