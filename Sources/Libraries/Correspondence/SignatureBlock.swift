// What the block under a mail says about its writer: name, title, company, phones, profile, place.

/// The parts of a signature. Each is as written; phones still want normalising.
public struct SignatureBlock: Sendable, Equatable {
  public var name: String?
  public var title: String?
  public var company: String?
  public var phones: [String] = []
  public var emails: [String] = []
  public var linkedinURL: String?
  public var location: String?
  /// The lines that told title and company, for evidence.
  public var quote: String?

  /// Reads `text`, the signature of somebody called `writer` who writes from `domain`; when nobody knows the name,
  /// `mailbox`, the part of the address before the `@`, tells which line is one.
  public init(_ text: String, writer: String?, domain: String?, mailbox: String? = nil) {
    let lines = text.split(whereSeparator: \.isNewline).prefix(30).map(SignatureBlock.cleaned).filter { !$0.isEmpty }
    var nameLine: Int?
    for (index, line) in lines.enumerated() where line.utf8.count <= 200 {
      if takeContact(line) { continue }
      let isName =
        writer.map { SignatureBlock.isName(line, of: $0) } ?? mailbox.map { SignatureBlock.isName(line, ofMailbox: $0) }
      if isName ?? false, nameLine == nil || name?.contains(" ") == false {
        name = String(line)
        nameLine = index
        continue
      }
      guard !SignatureBlock.isCloser(line) else { continue }
      takeRole(line, domain: domain, follows: nameLine.map { index - $0 })
    }
  }

  /// Nothing but a name, or not even that.
  public var isEmpty: Bool { title == nil && company == nil && phones.isEmpty && linkedinURL == nil }

  /// A line without blanks and ornaments at its ends.
  private static func cleaned(_ line: Substring) -> Substring {
    var line = line
    let ornaments: Set<Character> = [" ", "\t", "-", "_", "*", "|", "~", "=", "•", "·", ">", "—", "–", "\u{a0}"]
    while let first = line.first, ornaments.contains(first) { line = line.dropFirst() }
    while let last = line.last, ornaments.contains(last) || last == "," { line = line.dropLast() }
    return line
  }

  /// Takes phones, addresses and links out of `line`; true when it held any.
  private mutating func takeContact(_ line: Substring) -> Bool {
    var found = false
    for piece in line.split(whereSeparator: { $0 == "|" || $0 == "•" || $0 == "·" || $0 == ";" }) {
      let word = SignatureBlock.cleaned(piece)
      let lower = word.lowercased()
      if let start = lower.range(ofWord: "linkedin.com/") {
        let url = lower[start...].prefix { !$0.isWhitespace && $0 != ">" && $0 != ")" }
        linkedinURL = linkedinURL ?? "https://www." + url
        found = true
      } else if lower.contains("@"), let address = SignatureBlock.address(in: lower) {
        emails.append(address)
        found = true
      } else if let phone = SignatureBlock.phone(in: word) {
        phones.append(phone)
        found = true
      } else if lower.hasPrefix("www.") || lower.hasPrefix("http") {
        found = true
      }
    }
    return found
  }

  private static func address(in line: String) -> String? {
    line.split(whereSeparator: { " <>():,".contains($0) }).first { $0.contains("@") && $0.contains(".") }
      .map(String.init)
  }

  /// A phone number in `line`, with at most one short label before it: seven to fifteen digits and their marks.
  static func phone(in line: Substring) -> String? {
    let marks: Set<Character> = ["+", "(", ")", " ", "-", ".", "/", "\u{a0}"]
    guard let start = line.firstIndex(where: { $0.isWholeNumber || $0 == "+" || $0 == "(" }) else { return nil }
    guard line[..<start].count <= 16 else { return nil }
    let number = line[start...].prefix { ($0.isASCII && $0.isWholeNumber) || marks.contains($0) }
    let digits = number.count { $0.isWholeNumber }
    guard (7...15).contains(digits) else { return nil }
    let rest = line[number.endIndex...]
    guard rest.count <= 12 || rest.contains(where: { "MTPFmtpf".contains($0) }) else { return nil }
    var text = number
    while let last = text.last, !last.isWholeNumber, last != ")" { text = text.dropLast() }
    let isMarked = text.hasPrefix("+") || text.hasPrefix("0") || text.hasPrefix("(") || !line[..<start].isEmpty
    return isMarked ? String(text) : nil
  }

  /// Whether `line` is the writer's name: it shares a word with it and is short.
  private static func isName(_ line: Substring, of writer: String) -> Bool {
    let words = Party.folded(String(line)).split(separator: " ")
    guard !words.isEmpty, words.count <= 5 else { return false }
    let known = Set(Party.folded(writer).split(separator: " "))
    let shared = words.count { known.contains($0) }
    return shared > 0 && shared * 2 >= words.count && !JobTitle.isTitle(line)
  }

  /// Whether `line` looks like a name, and one of its words stands in the part of an address before the `@`.
  private static func isName(_ line: Substring, ofMailbox mailbox: String) -> Bool {
    guard (1...4).contains(line.split(separator: " ").count), CompanyShape.isName(line), !JobTitle.isTitle(line),
      line.allSatisfy({ $0.isLetter || " .-'\u{2019}".contains($0) })
    else { return false }
    let letters = CompanyShape.letters(mailbox)
    let umlauts: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"]
    let spelt = line.lowercased().map { umlauts[$0] ?? String($0) }.joined()
    return [Party.folded(String(line)), Party.folded(spelt)].contains { name in
      name.split(separator: " ").contains { $0.count >= 3 && letters.contains($0) }
    }
  }

  private static func isCloser(_ line: Substring) -> Bool {
    let words = Party.folded(String(line)).split(separator: " ").prefix(4).map(String.init)
    guard let first = words.first else { return true }
    return JobTitle.closers.contains(first) || line.hasSuffix("!") || line.lowercased().hasPrefix("sent from")
  }

  /// Takes title and company from a line such as `Head of Talent, Kestrel Software`, or from one of the two alone.
  private mutating func takeRole(_ line: Substring, domain: String?, follows distance: Int?) {
    let parts = SignatureBlock.split(line)
    guard let first = parts.first else { return }
    if title == nil, JobTitle.isTitle(first), !CompanyShape.matches(first, domain: domain) {
      title = String(first)
      quote = String(line)
      let others = parts.dropFirst()
      if company == nil, let next = others.first(where: { !JobTitle.isTitle($0) && !CompanyShape.isPlace($0) }) {
        company = String(next)
      }
      return
    }
    if company == nil, let named = parts.first(where: { CompanyShape.matches($0, domain: domain) }) {
      company = String(named)
      if quote == nil { quote = String(line) }
      if title == nil { title = parts.first(where: { JobTitle.isTitle($0) && $0 != named }).map(String.init) }
    } else if company == nil, title != nil, let distance, distance <= 2, CompanyShape.isName(first) {
      company = String(first)
    } else if location == nil, CompanyShape.isPlace(line) || title != nil && company != nil && parts.count > 1 {
      location = String(line)
    }
  }

  /// The parts of a line that commas, bars, dashes and `at` hold apart; a comma before a legal suffix parts nothing.
  private static func split(_ line: Substring) -> [Substring] {
    var text = String(line)
    for mark in [" | ", " • ", " · ", " – ", " — ", " - ", " @ ", " at ", " bei ", " chez ", " en ", "; "] {
      text = text.split(on: mark).joined(separator: "\u{1}")
    }
    var parts: [Substring] = []
    for piece in text.split(separator: "\u{1}") {
      for part in piece.split(separator: ",") {
        let part = cleaned(part)
        if let last = parts.last, CompanyShape.isLegalSuffix(part) {
          parts[parts.count - 1] = Substring(last + ", " + part)
        } else if !part.isEmpty {
          parts.append(part)
        }
      }
    }
    return parts
  }
}

extension String {
  /// Where `word` begins in the text.
  func range(ofWord word: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start }
      start = index(after: start)
    }
    return nil
  }

  /// The pieces between the places where `mark` stands.
  public func split(on mark: String) -> [String] {
    let bytes = Array(utf8)
    let mark = Array(mark.utf8)
    guard !mark.isEmpty, bytes.count >= mark.count else { return [self] }
    var pieces: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }
}
