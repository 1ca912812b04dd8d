// A store as the source of a search: people are looked up one by one, and few of them are remembered.
import JSONLines

/// What a store keeps for a search.
struct StoredSearch {
  /// Those who have a record, by id; then the same by where they work, those of each company together.
  fileprivate var people: [Int32] = []
  fileprivate var staff: [Int32] = []
  /// Where the staff of each company begins; one more at the end.
  fileprivate var starts: [Int32] = []
  fileprivate var directory: Directory?
  /// The dossiers that were asked for last, each at the place that its number has among so many.
  fileprivate var recent = [(number: Int, dossier: Dossier)?](repeating: nil, count: 256)
  fileprivate(set) var failure: (any Error)?
}

extension DossierStore: DossierSource {
  var failure: (any Error)? { search.failure }

  /// Those of one company one after the other, as they are asked for together.
  var peopleWithHistory: [String] {
    if search.starts.isEmpty { gatherStaff() }
    let all = search.staff + inOrder.filter { roll.entries[Int($0)].company < 0 }
    return all.compactMap { roll.ties[Int($0)].isLinked ? roll.entries[Int($0)].id : nil }
  }

  func isStranger(_ person: String) -> Bool {
    let number = roll.number(of: person)
    return !roll.ties[number].isLinked && !roll.entries[number].mayHaveLeft
  }

  private var inOrder: [Int32] {
    if search.people.isEmpty {
      let known = roll.entries.enumerated().filter(\.element.isKnown)
        .map { (id: $0.element.id ?? "", number: Int32($0.offset)) }
      search.people = known.sorted { $0.id < $1.id }.map(\.number)
    }
    return search.people
  }

  func dossier(of person: String) -> Dossier {
    let number = roll.number(of: person)
    let place = number % search.recent.count
    if let recent = search.recent[place], recent.number == number { return recent.dossier }
    guard let dossier = roll.entries[number].isKnown ? attempt({ try self.dossier(of: number) }) : nil else {
      return Dossier(team: team, now: now)
    }
    search.recent[place] = (number, dossier)
    return dossier
  }

  /// What `body` gives; the first error is kept, for nothing that was found is worth much then.
  private func attempt<Value>(_ body: () throws -> Value?) -> Value? {
    do {
      return try body()
    } catch {
      if search.failure == nil { search.failure = error }
      return nil
    }
  }

  func current(_ id: String) -> String {
    let successor = roll.entries[roll.number(of: id)].successor
    return successor < 0 ? id : roll.entries[Int(successor)].id ?? id
  }

  func people(at company: String) -> [String] {
    if search.starts.isEmpty { gatherStaff() }
    let number = Int(book.number(of: company))
    guard number + 1 < search.starts.count else { return [] }
    let staff = search.staff[Int(search.starts[number])..<Int(search.starts[number + 1])]
    return staff.compactMap { roll.entries[Int($0)].id }
  }

  /// Sorts people by company, by counting; within a company they stay in the order of their ids.
  private func gatherStaff() {
    let employed = inOrder.filter { roll.entries[Int($0)].company >= 0 }
    var starts = [Int32](repeating: 0, count: book.count + 1)
    for person in employed { starts[Int(roll.entries[Int(person)].company) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    search.staff = [Int32](repeating: 0, count: employed.count)
    for person in employed {
      let company = Int(roll.entries[Int(person)].company)
      search.staff[Int(next[company])] = person
      next[company] += 1
    }
    search.starts = starts
  }

  func person(email: String?, name: String?) -> PersonFacts? {
    if search.directory == nil {
      var directory = Directory()
      for number in inOrder {
        if let person = attempt({ try self.person(Int(number)) }) { directory.add(person, number) }
      }
      search.directory = directory
    }
    return search.directory?.number(email: email, name: name).flatMap { number in
      attempt { try self.person(Int(number)) }
    }
  }

  func forEachPointer(_ body: (ConversationFacts) -> Void) {
    for pointer in pointers {
      if let conversation = attempt({ try self.conversation(at: pointer.place) }) { body(conversation) }
    }
  }
}
