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
  /// How surely the company is one: 3 by its legal form, 2 as the domain spells it, 1 by its place, 0 when none is known.
  private var companyRank = 0

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
      if let name, SignatureBlock.repeats(line, name) || SignatureBlock.repeats(line, writer ?? name) { continue }
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

  /// Takes phones, addresses and links out of `line`; true when it held any and nothing else of weight.
  private mutating func takeContact(_ line: Substring) -> Bool {
    var found = false
    let lower = line.lowercased()
    if let start = lower.range(ofWord: "linkedin.com/") {
      let url = lower[start...].prefix { !$0.isWhitespace && $0 != ">" && $0 != ")" && $0 != "|" && $0 != "]" }
      linkedinURL = linkedinURL ?? "https://www." + url
      found = true
    }
    if lower.contains("@"), let address = SignatureBlock.address(in: lower) {
      if emails.count < 8 { emails.append(address) }
      found = true
    }
    let numbers = SignaturePhones.find(in: line)
    for number in numbers where phones.count < 8 && !phones.contains(number) { phones.append(number) }
    if !numbers.isEmpty || SignatureBlock.isLabelledContact(lower) { found = true }
    return found || lower.hasPrefix("www.") || lower.hasPrefix("http")
  }

  /// Whether a line is a label of a way of contact and a number that is none of a phone: `Fax: 0221 998877`.
  private static func isLabelledContact(_ lower: String) -> Bool {
    let first = lower.prefix { $0.isLetter || $0 == "-" }
    return ["fax", "facsimile", "fx", "f", "telefax", "faks", "skype", "web", "website", "e-mail", "email"].contains(
      first)
      && lower.dropFirst(first.count).contains { $0.isNumber || $0 == ":" }
  }

  private static func address(in line: String) -> String? {
    line.split(whereSeparator: { " <>()[]:,;|\t".contains($0) }).first { $0.contains("@") && $0.contains(".") }
      .map(String.init)
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

  /// Whether `line` says a name once more, as a typed name above a block that begins with it does: no company of that name.
  private static func repeats(_ line: Substring, _ name: String) -> Bool {
    let words = Party.folded(String(line)).split(separator: " ")
    return !words.isEmpty && Set(words).isSubset(of: Party.folded(name).split(separator: " "))
  }

  private static func isCloser(_ line: Substring) -> Bool {
    let words = Party.folded(String(line)).split(separator: " ").prefix(4).map(String.init)
    guard let first = words.first else { return true }
    return JobTitle.closers.contains(first) || line.hasSuffix("!") || line.lowercased().hasPrefix("sent from")
  }

  /// Takes title and company from a line such as `Head of Talent, Kestrel Software`, or from one of the two alone. A name
  /// with a legal form, or one that the domain spells, is the company; else the line of capitalised words next to name
  /// and title that is no department and no place.
  private mutating func takeRole(_ line: Substring, domain: String?, follows distance: Int?) {
    let parts = SignatureBlock.split(line)
    guard let first = parts.first else { return }
    if title == nil, JobTitle.isTitle(first), !CompanyShape.matches(first, domain: domain) {
      title = String(first)
      quote = String(line)
      let others = parts.dropFirst().filter { !JobTitle.isTitle($0) && !CompanyShape.isPlace($0) }
      if let next = others.first(where: CompanyShape.isNotDepartment) { setCompany(next, domain: domain) }
      return
    }
    if let named = company(in: parts, domain: domain) {
      setCompany(named, domain: domain)
      if quote == nil { quote = String(line) }
      if title == nil { title = parts.first(where: { JobTitle.isTitle($0) && $0 != named }).map(String.init) }
    } else if location == nil, CompanyShape.isPlace(line) || title != nil && company != nil && parts.count > 1 {
      location = String(line)
    } else if company == nil, title != nil || name != nil, let distance, distance <= 3, parts.count <= 2,
      CompanyShape.isName(first), CompanyShape.isNotDepartment(first), first.count > 2
    {
      setCompany(first, domain: domain)
      if quote == nil { quote = String(line) }
    }
  }

  /// The part that names the company more surely than what is known: by its legal form, or as the domain spells it.
  private func company(in parts: [Substring], domain: String?) -> Substring? {
    if companyRank < 3, let named = parts.first(where: { CompanyShape.matches($0, domain: nil) }) { return named }
    return companyRank < 2 ? parts.first { CompanyShape.matches($0, domain: domain) } : nil
  }

  private mutating func setCompany(_ name: Substring, domain: String?) {
    let rank = CompanyShape.matches(name, domain: nil) ? 3 : CompanyShape.matches(name, domain: domain) ? 2 : 1
    guard rank > companyRank else { return }
    company = String(name)
    companyRank = rank
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
