// Who is named in a text as somebody to talk to.
import Correspondence
import Names

/// Finds the person, company and address that a text points to, near the sentence that was taken for a pointer.
struct NameSpotter {
  /// Somebody named.
  struct Stranger: Equatable {
    var name: String?
    var company: String?
    var email: String?
  }

  private static let pointers = PhraseTable(
    [
      "!talk|speak|write|reach|turn|bother|ping|call|try|contact|ask|meet|email|recommend to? {name} at|from|of|@ {org}",
      "!talk|speak|write|reach|turn|bother|ping|call|try|contact|ask|meet|email|recommend|to to? {name}",
      "!introduce|connect|introducing|connecting you to|with|and {name} at|from|of {org}",
      "!introduce|connect|introducing|connecting you to|with {name}", "in !touch with {name}",
      "my|our old|former|ex? !boss|gaffer|colleague|ex-colleague|friend|counterpart|chef|brother-in-law|sister {name}",
      "{name} ,? who? now? !runs|heads|leads|used|owns|chairs|handles",
      "{name} ,? now? !runs|heads|leads|owns * at {org}",
      "{name} ,? my|our !counterpart|colleague|friend|boss at|from|of {org}", "{name} !looks after",
      "will be !with {name}", "person to speak|talk|write? to? !is {name}", "her|his|their|my !successor ,? {name}",
      "!sprechen|reden|melden|wenden sie|sich|doch|einmal|mal? * mit|an frau|herrn|herr? {name} von|bei {org}",
      "!sprechen|reden|melden|wenden sie|sich * mit|an frau|herrn|herr? {name}",
      "!habla|hable|contacta|contacte con|a {name} de|en {org}", "!contactez|appelez|voyez {name} chez|de {org}",
      "!parlez à|avec {name} chez|de {org}", "{name} !se baat", "{name} is !in|at|with {org}", "{name} !( {org} )",
      "{name} ,? !at|bei|chez|von|de|of|@ {org}", "{org} is|are !hiring|looking|recruiting", "{org} !needs|seeks",
      "{org} is !about to look|hire", "!at|bei|chez {org}",
    ].map { Phrase("pointer", $0) })

  private let prose: Prose
  private let window: Range<Int>
  private let writer: Set<String>
  private let writerName: String
  private var isExcluded: (String?, String?) -> Bool = { _, _ in false }

  /// A spotter for `text`, whose pointer stands at `quote`, written by `writer`.
  init(text: String, quote: String, writer: String) {
    prose = Prose(text)
    writerName = writer
    self.writer = Set(Party.folded(writer).split(separator: " ").map(String.init))
    window = NameSpotter.window(prose, quote)
  }

  /// Leaves out names and addresses for which `rule` says so: our own people.
  mutating func exclude(_ rule: @escaping (String?, String?) -> Bool) { isExcluded = rule }

  /// The words of the sentences that hold the quote, with two sentences before and after.
  private static func window(_ prose: Prose, _ quote: String) -> Range<Int> {
    let bytes = Array(quote.utf8)
    guard !bytes.isEmpty, bytes.count <= prose.bytes.count, !prose.words.isEmpty,
      let offset = (0...prose.bytes.count - bytes.count).first(where: {
        prose.bytes[$0] == bytes[0] && prose.bytes[$0..<$0 + bytes.count].elementsEqual(bytes)
      })
    else { return 0..<prose.words.count }
    var start = prose.sentence(around: min(prose.index(at: offset), prose.words.count - 1)).lowerBound
    var end = prose.sentence(around: min(prose.index(at: offset + bytes.count - 1), prose.words.count - 1)).upperBound
    for _ in 0..<2 where start > 1 { start = prose.sentence(around: max(0, start - 2)).lowerBound }
    for _ in 0..<3 where end + 1 < prose.words.count { end = max(end + 1, prose.sentence(around: end + 1).upperBound) }
    return start..<max(start, end)
  }

  /// The sentence that holds the first address of `text`.
  static func addressLine(_ text: String) -> String? {
    let prose = Prose(text)
    guard let index = prose.words.firstIndex(where: { $0.kind == .address }) else { return nil }
    return prose.text(words: prose.sentence(around: index))
  }

  /// The best guess, or nil when nobody is named.
  var best: Stranger? {
    var stranger = Stranger()
    stranger.email = address
    let matches = NameSpotter.pointers.matches(in: prose).filter { window.overlaps($0.words) }
    for match in matches {
      if stranger.name == nil, let gap = match.gaps[.name], let name = name(gap) { stranger.name = name }
      if stranger.company == nil, let gap = match.gaps[.org] { stranger.company = company(gap, except: stranger.name) }
    }
    if let email = stranger.email {
      let local = String(email.prefix { $0 != "@" })
      if stranger.name == nil || !NameSpotter.fits(stranger.name ?? "", local) {
        stranger.name = runs.first { NameSpotter.fits($0, local) } ?? stranger.name
      }
      // A family name alone is completed by an address such as christopher.lavenham@.
      if let name = stranger.name, !name.contains(" "), NameSpotter.fits(name, local),
        let full = PersonName(localPart: local), Party.folded(full.family) == Party.folded(name), !full.isAbbreviated
      {
        stranger.name = "\(full.given) \(name)"
      }
    }
    return stranger.name == nil && stranger.email == nil && stranger.company == nil ? nil : stranger
  }

  /// The first address in the window that is none of ours and not the writer's.
  private var address: String? {
    prose.words[window].first { $0.kind == .address && !isExcluded(nil, $0.lower) && !isWriters($0.lower) }?.lower
  }

  /// Whether an address spells the writer's own name: `dana@`, `frost@`, `dfrost@`, `dana.frost@`.
  private func isWriters(_ email: String) -> Bool {
    let local = email.prefix { $0 != "@" }
    guard let own = PersonName(writerName) else { return false }
    if let spelt = PersonName(localPart: local) { return spelt.mayBeSame(as: own) }
    let letters = Party.folded(String(local.filter(\.isLetter)))
    let (given, family) = (Party.folded(own.given), Party.folded(own.family))
    guard given.count >= 2, family.count >= 2 else { return letters == given || letters == family }
    return [given, family, given + family, family + given, given.prefix(1) + family, family + given.prefix(1)]
      .contains(letters)
  }

  private func name(_ range: Range<Int>) -> String? {
    let name = prose.text(words: range)
    let words = Party.folded(name).split(separator: " ").map(String.init)
    guard !words.isEmpty, !words.allSatisfy(writer.contains), !isWriter(name), !isExcluded(name, nil),
      !JobTitle.isTitle(name)
    else {
      return nil
    }
    return name
  }

  private func isWriter(_ name: String) -> Bool {
    guard let one = PersonName(name), let other = PersonName(writerName), !one.family.isEmpty else { return false }
    return one.mayBeSame(as: other)
  }

  private func company(_ range: Range<Int>, except name: String?) -> String? {
    let company = prose.text(words: range)
    return company == name || isExcluded(company, nil) ? nil : company
  }

  /// Runs of two to four capitalised words in the window, as names of people look.
  private var runs: [String] {
    var runs: [String] = []
    var index = window.lowerBound
    while index < window.upperBound {
      var end = index
      while end < window.upperBound, prose.words[end].kind == .word, prose.words[end].isCapital { end += 1 }
      if (2...4).contains(end - index), let name = name(index..<end) { runs.append(name) }
      index = max(end, index + 1)
    }
    return runs
  }

  /// Whether a name and the part of an address before the `@` can be the same person's.
  static func fits(_ name: String, _ local: String) -> Bool {
    let letters = FoldedText(local).comparable.joined().map { $0 }
    return FoldedText(name).comparable.contains { $0.count >= 3 && letters.holds($0) }
  }

  /// Somebody who is named in full together with a company, as in `Imogen Vale (Saltmarsh Foods)`, with the words that
  /// name them: who answers a question of ours so has pointed to somebody, in whatever words.
  var pair: (stranger: Stranger, quote: String)? {
    for match in NameSpotter.pointers.matches(in: prose) where window.overlaps(match.words) {
      guard let gap = match.gaps[.name], let org = match.gaps[.org], let name = name(gap), name.contains(" "),
        let company = company(org, except: name)
      else { continue }
      return (
        Stranger(name: name, company: company, email: address),
        prose.text(words: prose.sentence(around: gap.lowerBound))
      )
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether the bytes of `part` stand somewhere in these.
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard !part.isEmpty, count >= part.count else { return false }
    return (0...(count - part.count)).contains { self[$0..<$0 + part.count].elementsEqual(part) }
  }
}
