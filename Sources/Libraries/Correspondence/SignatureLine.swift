// One line of a signature: without ornaments and sign-off, cut at the marks that hold its parts apart.

/// Cuts lines of signatures.
enum SignatureLine {
  /// A piece of a line.
  struct Part: Sendable {
    /// What it says, without ornaments.
    let text: Substring
    /// Whether it stands behind a title and `at`: `Head of Talent at Kestrel`.
    let isBehindAt: Bool
  }

  /// A line without blanks and ornaments at its ends.
  static func cleaned(_ line: Substring) -> Substring {
    var line = line
    while let first = line.first, ornaments.contains(first) { line = line.dropFirst() }
    while let last = line.last, ornaments.contains(last) || last == "," { line = line.dropLast() }
    return line
  }

  private static let ornaments: Set<Character> = [
    " ", "\t", "-", "_", "*", "|", "~", "=", "•", "·", ">", "—", "–", "\u{a0}", "/", "[", "]",
  ]

  /// The parts of a line that commas, bars, dashes, wide gaps and `at` hold apart; a comma before a legal suffix parts
  /// nothing.
  static func parts(_ line: Substring) -> [Part] {
    var text = String(line)
    for mark in [" | ", "|", " • ", " · ", " – ", " — ", " - ", " // ", " / ", "; ", "\t", "   ", "  "] {
      text = text.split(on: mark).joined(separator: "\u{1}")
    }
    var parts: [Part] = []
    for piece in text.split(separator: "\u{1}") {
      for part in commaParts(piece) { parts += employerParts(part) }
    }
    return parts
  }

  private static func commaParts(_ piece: Substring) -> [Substring] {
    var parts: [Substring] = []
    for part in piece.split(separator: ",") {
      let part = cleaned(part)
      if let last = parts.last, CompanyShape.isLegalSuffix(part) {
        parts[parts.count - 1] = piece[last.startIndex..<part.endIndex]
      } else if !part.isEmpty {
        parts.append(part)
      }
    }
    return parts
  }

  /// Title and employer where a word such as `at` stands between them.
  private static func employerParts(_ part: Substring) -> [Part] {
    for mark in [" at ", " @ ", " @", " bei der ", " bei ", " chez ", " en ", " bij ", " presso ", " na ", " da "] {
      let halves = String(part).split(on: mark)
      guard halves.count == 2, JobTitle.isTitle(halves[0]), let first = halves[1].first,
        first.isUppercase || first.isNumber
      else { continue }
      return [
        Part(text: cleaned(Substring(halves[0])), isBehindAt: false),
        Part(text: cleaned(Substring(halves[1])), isBehindAt: true),
      ]
    }
    return [Part(text: part, isBehindAt: false)]
  }

  /// What is left of a line once the sign-off is taken off its front: `Sara` of `Regards.  Sara`; the line itself when
  /// none begins it.
  static func withoutSignOff(_ line: Substring) -> Substring {
    guard let first = word(line), JobTitle.closers.contains(first), !CompanyShape.matches(line, domain: nil) else {
      return line
    }
    var rest = line
    while let next = word(rest), JobTitle.closers.contains(next) || closings.contains(next) || isLower(rest) {
      rest = rest.drop { $0 != " " }
      rest = rest.drop { " ,.!:;-–—\u{a0}".contains($0) }
    }
    return cleaned(rest)
  }

  /// Whether a line is a note of a phone: `Sent from my iPhone`.
  static func isMobileNote(_ line: Substring) -> Bool {
    guard let first = word(line) else { return false }
    return mobileWords.contains(first) && line.split(separator: " ").count > 1
  }

  private static let mobileWords: Set<String> = [
    "enviado", "envoyé", "gesendet", "get", "inviato", "lähetetty", "obtenir", "odesláno", "sendt", "sent", "skickat",
    "verstuurd", "verzonden", "wysłane",
  ]

  private static func isLower(_ text: Substring) -> Bool { text.first?.isLowercase ?? false }

  /// The first word in lower case without accents.
  private static func word(_ text: Substring) -> String? {
    let word = text.prefix { !$0.isWhitespace }.lowercased().filter { $0.isLetter || $0 == "'" }
    return word.isEmpty ? nil : word
  }

  /// Words of sign-offs behind the first one, as capitals may write them.
  private static let closings: Set<String> = [
    "again", "all", "cordiales", "cordiali", "cordialmente", "distinguées", "grüssen", "grüße", "grüßen", "gruß",
    "groet", "groeten", "saludo", "saludos", "saluti", "sincères", "vriendelijke", "wishes", "you",
  ]

  /// The label that begins a line and what it labels: `Company: Kestrel`; nil when none does.
  static func labelled(_ line: Substring) -> (label: String, value: Substring)? {
    guard let colon = line.firstIndex(of: ":"),
      line.index(after: colon) == line.endIndex || line[line.index(after: colon)].isWhitespace
    else { return nil }
    let label = line[..<colon].lowercased()
    guard label.split(separator: " ").count <= 4, label.contains(where: \.isLetter) else { return nil }
    return (label, cleaned(line[line.index(after: colon)...]))
  }
}
