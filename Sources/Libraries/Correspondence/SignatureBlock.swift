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
  /// How surely the company is one.
  var companyRank = CompanyShape.Rank.none
  /// A department next to the name, which tells what they do when no title does.
  var department: String?
  /// Whether it is the signature of somebody else who writes for the owner: then only the company is theirs, too.
  var isForeign = false
  let owner: SignatureOwner
  /// The registrable domain of the writer's employer.
  let domain: String?

  /// Reads `text`, the signature of somebody called `writer` who writes from `domain`; when nobody knows the name,
  /// `mailbox`, the part of the address before the `@`, tells which line is one.
  public init(_ text: String, writer: String?, domain: String?, mailbox: String? = nil) {
    owner = SignatureOwner(name: writer, mailbox: mailbox)
    self.domain = domain
    let lines = text.split(whereSeparator: \.isNewline).prefix(30).map(SignatureLine.cleaned).filter { !$0.isEmpty }
    var nameLine: Int?
    var isFirst = true
    for (index, line) in lines.enumerated() where line.utf8.count <= 200 {
      if SignatureLine.isMobileNote(line) || line.lowercased().hasPrefix("cid:") { continue }
      let line = SignatureLine.withoutSignOff(line)
      if line.isEmpty { continue }
      let isContact = takeContact(line)
      var parts = SignatureLine.parts(line)
      if isContact { parts = parts.filter { !SignatureBlock.isContactPart($0.text) } }
      let first = isFirst
      isFirst = false
      guard let candidate = parts.first else { continue }
      if takeName(candidate.text, isFirst: first && lines.count > 1) {
        nameLine = index
        parts = parts.dropFirst().filter { !HeaderName.isDegree($0.text) }
      } else if line.hasSuffix("!") || !isContact && takeLabelled(line) {
        continue
      } else if first, owner.isSomebodyElse(candidate.text) {
        isForeign = true
      }
      takeRole(line, parts, distance: nameLine.map { index - $0 }, isContact: isContact)
    }
    title = isForeign ? nil : title ?? department
    if isForeign { phones = [] }
    if let found = company, owner.isOwnName(Substring(found), shown: name) { company = nil }
  }

  /// Nothing but a name, or not even that.
  public var isEmpty: Bool { title == nil && company == nil && phones.isEmpty && linkedinURL == nil }

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

  /// Takes a name, perhaps with a title in brackets: `Patti (Dana's assistant)`. A given name that begins the signature
  /// is taken, too, when nobody knows the writer's.
  private mutating func takeName(_ part: Substring, isFirst: Bool) -> Bool {
    guard let cleaned = HeaderName.cleaned(String(part)) else { return false }
    var words = HeaderName.withoutCourtesy(cleaned).split(separator: " ").prefix { !$0.contains(where: \.isNumber) }
    // Kisses below a first name: `Jo xx`.
    if words.count > 1, let last = words.last, last.allSatisfy({ $0 == "x" }) { words.removeLast() }
    var shown = words.joined(separator: " ")
    if !part.contains(shown) { shown = String(part) }
    let isOwn = owner.isNamed(Substring(shown)) || owner.name == nil && isFirst && CompanyShape.isPerson(shown)
    guard isOwn, name == nil || name?.contains(" ") == false || SignatureOwner.isName(shown, within: [name ?? ""])
    else {
      return false
    }
    if name == nil || name?.contains(" ") == false { name = shown }
    let bracketed = SignatureBlock.inBrackets(String(part))
    if title == nil, bracketed != part { title = bracketed }
    return true
  }

  /// Whether a part of a line is a way of contact or the label of one.
  private static func isContactPart(_ part: Substring) -> Bool {
    let lower = part.lowercased()
    return part.count { $0.isNumber } >= 4 || lower.contains("@") || lower.contains("www.") || lower.contains("http")
      || lower.contains("linkedin.com") || isLabelledContact(lower) || part.count <= 2 || lower.hasSuffix(":")
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
