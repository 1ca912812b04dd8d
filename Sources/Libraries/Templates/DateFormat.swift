/// Dates printed by a `strftime` pattern, with the flags `-`, `0`, `^`, `_` and a width.
extension Instant {
  /// The instant by a pattern.
  func formatted(_ format: String) -> String {
    var out = ""
    var scalars = Array(format.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "%", !scalars.isEmpty else {
        out.unicodeScalars.append(scalar)
        continue
      }
      let rest = scalars
      if let text = directive(&scalars) {
        out += text
      } else {
        out += "%"
        scalars = rest
      }
    }
    return out
  }

  private func directive(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String? {
    var (pad, isUpper): (Character?, Bool) = ("?", false)
    var width = 0
    flags: while let flag = scalars.first {
      switch flag {
      case "-": pad = nil
      case "_": pad = " "
      case "0" where width == 0: pad = "0"
      case "^": isUpper = true
      case ":": break
      case "0"..."9": width = min(64, width * 10 + Int(flag.value - 48))
      default: break flags
      }
      scalars.removeFirst()
    }
    guard let letter = scalars.popFirst() else { return nil }
    if let (number, digits, natural) = number(letter) {
      guard let pad else { return String(number) }
      return padded(String(number), to: max(width, digits), with: pad == "?" ? natural : pad)
    }
    guard let text = text(letter) else { return nil }
    return padded(isUpper ? text.uppercased() : text, to: width, with: pad == "0" ? "0" : " ")
  }

  private func padded(_ text: String, to width: Int, with pad: Character) -> String {
    String(repeating: pad, count: max(0, width - text.unicodeScalars.count)) + text
  }

  private var hour: Int { secondOfDay / 3600 }

  /// A directive that prints a number: the number, its digits, and what it is padded with.
  private func number(_ letter: Unicode.Scalar) -> (Int, Int, Character)? {
    switch letter {
    case "d": (day, 2, "0")
    case "e": (day, 2, " ")
    case "m": (month, 2, "0")
    case "Y": (year, 1, "0")
    case "y": (year % 100, 2, "0")
    case "C": (year / 100, 2, "0")
    case "j": (dayOfYear, 3, "0")
    case "H": (hour, 2, "0")
    case "k": (hour, 2, " ")
    case "I": ((hour + 11) % 12 + 1, 2, "0")
    case "l": ((hour + 11) % 12 + 1, 2, " ")
    case "M": (secondOfDay / 60 % 60, 2, "0")
    case "S": (secondOfDay % 60, 2, "0")
    case "L": (0, 3, "0")
    case "N": (0, 9, "0")
    case "s": (Int(seconds), 1, "0")
    case "u": (weekday == 0 ? 7 : weekday, 1, "0")
    case "w": (weekday, 1, "0")
    case "U": ((dayOfYear + 6 - weekday) / 7, 2, "0")
    case "W": ((dayOfYear + 6 - (weekday + 6) % 7) / 7, 2, "0")
    case "V": (isoWeek.week, 2, "0")
    case "G": (isoWeek.year, 4, "0")
    case "g": (isoWeek.year % 100, 2, "0")
    default: nil
    }
  }

  private func text(_ letter: Unicode.Scalar) -> String? {
    switch letter {
    case "%": "%"
    case "n": "\n"
    case "t": "\t"
    case "a": String(Self.weekdays[weekday].prefix(3))
    case "A": Self.weekdays[weekday]
    case "b", "h": String(Self.months[month - 1].prefix(3))
    case "B": Self.months[month - 1]
    case "p": hour < 12 ? "AM" : "PM"
    case "P": hour < 12 ? "am" : "pm"
    case "Z": "UTC"
    case "z": "+0000"
    case "c": formatted("%a %b %e %H:%M:%S %Y")
    case "D", "x": formatted("%m/%d/%y")
    case "F": formatted("%Y-%m-%d")
    case "R": formatted("%H:%M")
    case "r": formatted("%I:%M:%S %p")
    case "T", "X": formatted("%H:%M:%S")
    case "v": formatted("%e-%^b-%Y")
    default: nil
    }
  }

  private var isoWeek: (year: Int, week: Int) {
    let monday = (weekday + 6) % 7
    let week = (dayOfYear - 1 - monday + 10) / 7
    if week < 1 { return (year - 1, Self.isoWeeks(year - 1)) }
    return week > Self.isoWeeks(year) ? (year + 1, 1) : (year, week)
  }

  private static func isoWeeks(_ year: Int) -> Int {
    let first = ((days(year, 1, 1) + 3) % 7 + 7) % 7
    let isLeap = days(year + 1, 1, 1) - days(year, 1, 1) == 366
    return first == 3 || (isLeap && first == 2) ? 53 : 52
  }
}
