/// Labels of domains in ASCII (RFC 3492).
enum Punycode {
  /// A host with each label that is not ASCII as its `xn--` form, so that both spellings of a domain are one.
  static func domain(_ host: String) -> String {
    if host.utf8.allSatisfy({ $0 < 0x80 }) { return host }
    let labels = host.split(separator: ".").map { label -> String in
      label.utf8.allSatisfy { $0 < 0x80 } ? String(label) : encoded(label).map { "xn--\($0)" } ?? String(label)
    }
    return labels.joined(separator: ".")
  }

  /// The label's code points in ASCII, without the prefix; nil for a label that no domain can have.
  static func encoded(_ label: some StringProtocol) -> String? {
    let points = label.unicodeScalars.map { Int($0.value) }
    guard points.count <= 63 else { return nil }
    var out = points.filter { $0 < 0x80 }.map { UInt8($0) }
    var handled = out.count
    let basic = handled
    if basic > 0 { out.append(UInt8(ascii: "-")) }
    var (n, delta, bias) = (128, 0, 72)
    while handled < points.count {
      guard let next = points.filter({ $0 >= n }).min() else { return nil }
      delta += (next - n) * (handled + 1)
      n = next
      for point in points {
        if point < n { delta += 1 }
        if point == n {
          appendNumber(delta, bias, &out)
          bias = adapted(delta, handled + 1, isFirst: handled == basic)
          delta = 0
          handled += 1
        }
      }
      delta += 1
      n += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func appendNumber(_ delta: Int, _ bias: Int, _ out: inout [UInt8]) {
    var (q, k) = (delta, 36)
    while true {
      let threshold = min(26, max(1, k - bias))
      if q < threshold { break }
      out.append(digit(threshold + (q - threshold) % (36 - threshold)))
      q = (q - threshold) / (36 - threshold)
      k += 36
    }
    out.append(digit(q))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(value < 26 ? value + 0x61 : value - 26 + 0x30)
  }

  private static func adapted(_ delta: Int, _ points: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / points
    var k = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }
}
