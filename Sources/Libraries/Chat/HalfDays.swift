/// How languages name the halves of the day (CLDR 42, dayPeriods, format abbreviated and wide; as WhatsApp writes them).
enum HalfDays {
  enum Half {
    case morning, afternoon
    /// A quarter that says less than noon: hours below 12 stay, as 中午12:05.
    case noon
  }

  /// Behind or before the hour, without dots and spaces, in lower case.
  static let words: [(word: String, half: Half)] = [
    ("am", .morning), ("ap", .morning), ("ch", .afternoon), ("de", .morning), ("du", .afternoon), ("em", .afternoon),
    ("fm", .morning), ("ip", .afternoon), ("md", .afternoon), ("nm", .afternoon), ("pd", .morning), ("pm", .afternoon),
    ("sa", .morning), ("vm", .morning), ("öö", .morning), ("ös", .afternoon), ("μμ", .afternoon), ("πμ", .morning),
    ("дп", .morning), ("пп", .afternoon), ("пропобед", .morning), ("пробед", .morning), ("слобед", .afternoon),
    ("претпл", .morning), ("попл", .afternoon), ("לפנהצ", .morning), ("אחהצ", .afternoon), ("לפנה״צ", .morning),
    ("אחה״צ", .afternoon), ("முற்பகல்", .morning), ("பிற்பகல்", .afternoon), ("পূর্বাহ্ণ", .morning), ("অপরাহ্ণ", .afternoon),
    ("paradites", .morning), ("pasdites", .afternoon), ("dop", .morning), ("odp", .afternoon), ("priešpiet", .morning),
    ("popiet", .afternoon), ("priekšp", .morning), ("pēcp", .afternoon), ("бғ", .afternoon), ("قظ", .morning),
    ("بظ", .afternoon), ("ص", .morning),
    ("م", .afternoon), ("पूर्वाह्न", .morning), ("अपराह्न", .afternoon), ("ก่อนเที่ยง", .morning), ("หลังเที่ยง", .afternoon),
    ("上午", .morning), ("下午", .afternoon), ("凌晨", .morning), ("中午", .noon), ("午前", .morning), ("午後", .afternoon),
    ("傍晚", .afternoon), ("深夜", .afternoon), ("早上", .morning), ("早晨", .morning), ("晚上", .afternoon), ("清晨", .morning),
    ("오전", .morning), ("오후", .afternoon),
  ]

  /// Words between a date and its time.
  static let joints = ["klo", "kl", "um", "at", "a las", "à", "às", "alle", "ore", "la", "в", "o"]

  /// The hour of the day, 0 to 23; nil when there is none such.
  static func hour(_ hour: Int, _ half: Half?) -> Int? {
    guard let half else { return (0...24).contains(hour) ? hour % 24 : nil }
    guard (0...23).contains(hour) else { return nil }
    switch half {
    case .morning: return hour == 12 ? 0 : hour
    case .afternoon: return hour < 12 ? hour + 12 : hour
    case .noon: return hour < 3 ? hour + 12 : hour
    }
  }
}
