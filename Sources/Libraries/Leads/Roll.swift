// Who is known in a run, each by a number, and where on disk lies what is known of them.

/// Everybody whom a record is about or names. Records come in any order, so that somebody may be named first and told of later.
struct Roll {
  /// Somebody, by the hash of their id.
  struct Entry {
    /// Where their record lies.
    var place = Spool.Place(offset: -1, length: 0)
    /// The company that the record names, by its number, and once all is known the one where they work; -1 when none is.
    var company: Int32 = -1
    /// Who they are now, by number, when records were united; else -1.
    fileprivate(set) var successor: Int32 = -1
    var isContact = false
    /// Without a company id, but with something that may tell the company.
    var isPlaceless = false
    /// Whether the record tells of a departure.
    var mayHaveLeft = false
    /// The id, kept of contacts, who are most of the leads, and of all where texts are kept.
    var id: String?

    /// Whether there is a record of them.
    var isKnown: Bool { place.offset >= 0 }
  }

  /// What is linked to somebody: apart from all else, as it changes with each conversation and should stay near.
  struct Ties {
    /// The first of the pieces, or -1.
    fileprivate var link: Int32 = -1
    /// Linked to something that can make a lead of them, or that changes where they work.
    fileprivate(set) var hasMove = false
    fileprivate(set) var hasHistory = false

    /// Whether anything is linked to them.
    var isLinked: Bool { link >= 0 }
  }

  /// A piece that concerns somebody.
  private struct Link {
    let place: Spool.Place
    let next: Int32
  }

  private var numbers = IDIndex()
  /// Everybody by their number.
  private(set) var entries: [Entry] = []
  private(set) var ties: [Ties] = []
  private var links: [Link] = []
  private var former: [(old: Int32, new: Int32)] = []

  /// Says that somebody whose id has that hash will be asked for soon.
  func expect(_ hash: UInt64) { numbers.expect(hash) }

  /// The number of an id, which gets one when it is first asked for. Two ids of one hash would share it; what is not
  /// somebody's own is told apart when it is read.
  mutating func number(of id: String) -> Int {
    let hash = IDIndex.hash(id)
    if let known = numbers.number(hash) { return Int(known) }
    numbers.insert(hash, Int32(entries.count))
    entries.append(Entry())
    ties.append(Ties())
    return entries.count - 1
  }

  /// Enters what a record tells of somebody; a later record replaces an earlier one, and what is linked to them stays.
  mutating func enter(_ entry: consuming Entry, as id: String) {
    entries[number(of: id)] = entry
  }

  /// Notes that somebody was called `former` before records were united.
  mutating func rename(_ former: String, to id: String) {
    let old = Int32(number(of: former))
    self.former.append((old, Int32(number(of: id))))
  }

  /// Links a piece to somebody: history that can make a lead of them, a move, or neither.
  mutating func link(_ piece: Spool.Place, to id: String, isHistory: Bool, isMove: Bool = false) {
    let number = number(of: id)
    link(piece, to: number)
    if isHistory { ties[number].hasHistory = true }
    if isMove { ties[number].hasMove = true }
  }

  private mutating func link(_ piece: Spool.Place, to number: Int) {
    links.append(Link(place: piece, next: ties[number].link))
    ties[number].link = Int32(links.count - 1)
  }

  /// Notes where somebody works.
  mutating func place(_ number: Int, at company: Int32) { entries[number].company = company }

  /// Gives what is linked to former ids to those that they have now.
  mutating func settle() {
    for (old, new) in former where old != new {
      let (old, heir) = (Int(old), Int(new))
      entries[old].successor = new
      var link = ties[old].link
      while link >= 0 {
        self.link(links[Int(link)].place, to: heir)
        link = links[Int(link)].next
      }
      if ties[old].hasMove { ties[heir].hasMove = true }
      if ties[old].hasHistory { ties[heir].hasHistory = true }
    }
  }

  /// The pieces that are linked to somebody, in the order in which they came, each once.
  func pieces(of number: Int) -> [Spool.Place] {
    var pieces: [Spool.Place] = []
    var link = ties[number].link
    while link >= 0 {
      pieces.append(links[Int(link)].place)
      link = links[Int(link)].next
    }
    guard pieces.count > 1 else { return pieces }
    pieces.sort { $0.offset < $1.offset }
    var last: Int64 = -1
    return pieces.filter { piece in
      defer { last = piece.offset }
      return piece.offset != last
    }
  }
}
