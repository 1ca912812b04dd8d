import Bytes
import JSONLines
import Testing

@testable import Resolution

/// Golden records and the state that belongs to them, and what becomes of both when records are added.
private struct Book {
  var golden: [String] = []
  var state: [UInt8] = []
  var options = MatchingOptions()
  private let kind: EntityKind?

  init(_ lines: [String], as kind: EntityKind? = .person, _ options: MatchingOptions = MatchingOptions()) throws {
    self.options = options
    self.kind = kind
    let matched = try Matched.resolve(lines.map { try Record(Array($0.utf8)) }, as: kind, options)
    let entities = matched.clusters.map { Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
    golden = entities.map { String(decoding: $0.record.bytes, as: UTF8.self) }
    try keep(#require(try NextState(matched, entities, others: [])))
    self.options.model = try ModelFile(State(MappedFile(holding: state)).model)
  }

  mutating func keep(_ next: NextState) throws {
    state = []
    try next.forEachPiece { state += $0 }
  }

  /// The golden records and clusters after `lines` came, by what the state knows; the state is brought up to date.
  mutating func add(_ lines: [String], file: String? = nil) throws -> (golden: [String], clusters: [String], read: Int)
  {
    let kept = try State(MappedFile(holding: state))
    let bytes = Array((file ?? golden.map { $0 + "\n" }.joined()).utf8)
    let known = try KnownRecords(MappedFile(holding: bytes), kept, options) { span, range, _ in
      let record = try Record(span.array(range))
      return kind == nil || record.string("type") ?? kind?.rawValue == kind?.rawValue ? record : nil
    }
    var store = RecordStore()
    for line in lines { store.append(try Record(Array(line.utf8))) }
    let addition = try Addition(store, known, options)
    let changed = addition.changed()
    var lines: [UInt8] = []
    try addition.forEach(changed) {
      lines += $0.record.bytes + [0x0A]
    } lines: { bytes, _ in
      lines += bytes
    }
    var clusters: [String] = []
    try addition.forEachCluster { clusters.append(JSON.object($0).text) }
    try keep(NextState(addition, changed, others: []))
    golden = String(decoding: lines, as: UTF8.self).split(separator: "\n").map(String.init)
    return (golden, clusters, known.freshCount)
  }

  /// The same when everything is read.
  func addReadingAll(_ lines: [String], file: [String]? = nil) throws -> (golden: [String], clusters: [String]) {
    var options = options
    let records = try ((file ?? golden) + lines).map { try Record(Array($0.utf8)) }
    options.known = records.count - lines.count
    let matched = try Matched.resolve(records, as: kind, options)
    let entities = matched.clusters.map { Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
    return (
      entities.map { String(decoding: $0.record.bytes, as: UTF8.self) },
      matched.clusterLines().map { JSON.object($0).text }
    )
  }
}

struct StateTests {
  /// People with misspelt names, colleagues, switchboards, pages and moves, the same for the same seed.
  private func people(_ range: Range<Int>) -> [String] {
    let given = ["Robert", "Rob", "Anna", "Anne", "Maria", "Jon", "Ines", "R.", "Elizabeth", "Liz", "Tomas", "Ute"]
    let family = ["Finch", "Lark", "Wren", "Heron", "Finch-Lark", "Herron", "Swift", "Martin", "Rook", "Daw", "Fink"]
    var state: UInt64 = 77
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    return (0..<range.upperBound).map { number in
      let (first, last, firm) = (given[next(given.count)], family[next(family.count)], next(9))
      var members = [#""id":"\#("cml"[String.Index(utf16Offset: next(3), in: "cml")])\#(number)""#]
      members.append(
        next(2) == 0 ? #""name":"\#(first) \#(last)""# : #""given_name":"\#(first)","family_name":"\#(last)""#)
      if next(3) > 0 {
        let mailbox = ["\(first).\(last)", "\(last)\(next(3))", "info"][next(3)].lowercased().filter { $0 != " " }
        members.append(#""emails":["\#(mailbox)@firm\#(firm).example"]"#)
      }
      if next(3) == 0 { members.append(#""phones":["+44207946\#(1000 + next(40))"]"#) }
      if next(4) == 0 { members.append(#""linkedin_url":"https://www.linkedin.com/in/p\#(next(300))""#) }
      if next(2) == 0 { members.append(#""company":"Firm \#(firm)","company_id":"x\#(firm)""#) }
      if next(5) == 0 { members.append(#""first_seen":"2020-01-01","last_seen":"202\#(next(5))-05-05""#) }
      // Far more than a block may hold have this one, and nothing else says who they are.
      if next(6) == 0 { members.append(#""phones_raw":["+442079460000"]"#) }
      return #"{"type":"person",\#(members.joined(separator: ",")),"city":"Zürich"}"#
    }.suffix(range.count)
  }

  @Test func aStateGivesWhatReadingAllGives() throws {
    var book = try Book(people(0..<1400))
    #expect(book.golden.count < 1300)
    for round in 0..<4 {
      let new = people(1400 + round * 60..<1460 + round * 60)
      let plain = try book.addReadingAll(new)
      let added = try book.add(new)
      #expect(added.golden == plain.golden)
      #expect(added.clusters == plain.clusters)
      #expect(added.read == 0)
    }
    #expect(try book.add([]).golden == book.golden)
  }

  /// Companies with legal forms, misspelt and shortened names, domains and places, the same for the same seed.
  private func companies(_ range: Range<Int>) -> [String] {
    let first = [
      "Amber", "Birch", "Cedar", "Dale", "Elm", "Fern", "Glade", "Heath", "Iris", "Juniper", "Kelp", "Larch",
    ]
    let second = ["Robotics", "Foods", "Logistics", "Labs", "Energy", "Robotic", "& Daughters", "Foods International"]
    var random = Random(seed: 5)
    return (0..<range.upperBound).map { number in
      let (root, trade, form) = (
        random.pick(first), random.pick(second), random.pick(["Ltd", "GmbH", "Inc.", "", "S.A."])
      )
      var members = [#""id":"\#(random.pick(["c", "m", "l"]))\#(number)","name":"\#(root) \#(trade) \#(form)""#]
      if random.next(3) == 0 {
        members[0] = #""id":"x\#(number)","name":"\#(root)\#(random.pick(["", "s"])) \#(form)""#
      }
      if random.next(3) > 0 {
        let host = "\(root)\(trade)".lowercased().filter { $0.isASCII && $0.isLetter }
        let site = "\(random.pick(["", "1", "2", "3"])).\(random.pick(["example", "test"]))"
        members.append(#""domains":["www.\#(host)\#(site)"]"#)
      }
      if random.next(2) == 0 {
        members.append(#""location":"\#(random.pick(["Leeds", "Graz", "Lyon"]))","country":"GB""#)
      }
      return #"{"type":"company",\#(members.joined(separator: ","))}"#
    }.suffix(range.count)
  }

  /// Rows with texts, codes, quantities, days and turned names, the same for the same seed.
  private func rows(_ range: Range<Int>) -> [String] {
    let words = [
      "silver", "lantern", "harbour", "ninth", "meadow", "quarry", "o'neil", "street", "st", "corner", "9th",
    ]
    var random = Random(seed: 9)
    return (0..<range.upperBound).map { number in
      let twin = random.next(2) == 0 ? number : random.next(max(1, number))
      var own = Random(seed: UInt64(twin) &* 7919 &+ 3)
      var title = (0..<2 + own.next(3)).map { _ in own.pick(words) + (own.next(3) == 0 ? "\(own.next(300))" : "") }
      if random.next(3) == 0 { title.swapAt(0, title.count - 1) }
      if random.next(4) == 0 { title[0].removeLast() }
      var names = [
        own.pick(["maren", "tobias", "ines", "james", "martin"]),
        own.pick(["martin", "james", "quist", "ines", "tobias", "maren"]),
      ]
      if random.next(6) == 0 { names.reverse() }
      let price = Double(own.next(4000)) / 8 + (random.next(5) == 0 ? 0.125 : 0)
      var members = [
        #""key":\#(1000 + number)"#, #""what":{"title":"\#(title.joined(separator: " "))"}"#,
        #""first":"\#(names[0])","last":"\#(names[1])""#, #""price":"\#(random.next(2) == 0 ? "$" : "")\#(price)""#,
        #""since":"\#(1990 + own.next(30))-0\#(1 + own.next(9))-1\#(own.next(9))""#,
        #""codes":["AB-\#(own.next(900))","Z\#(random.next(90))X"]"#,
      ]
      if random.next(7) == 0 { members.remove(at: 1 + random.next(5)) }
      return "{\(members.joined(separator: ","))}"
    }.suffix(range.count)
  }

  @Test(arguments: ["company", "table", "table of people"])
  func aStateOfAnyKindGivesWhatReadingAllGives(_ name: String) throws {
    let make = lines(name)
    var book = try Book(make(0..<500), as: EntityKind(rawValue: name), options(name))
    #expect((150..<490).contains(book.golden.count))
    if name == "table" { #expect(book.options.model?.text.contains(#""turned":"#) == true) }
    if name == "table of people" { #expect(book.options.model?.text.contains(#""people":"#) == true) }
    for round in 0..<4 {
      let new = make(500 + round * 30..<530 + round * 30)
      var file = book.golden
      if round == 2 {
        file.removeSubrange(30..<60)
        file[10] = file[10].replacing(#":"#, with: #": "#)
      }
      let plain = try book.addReadingAll(new, file: file)
      let added = try book.add(new, file: file.joined(separator: "\n"))
      #expect(added.golden == plain.golden)
      #expect(added.clusters == plain.clusters)
      #expect(added.read == (round == 2 ? 1 : 0))
    }
    #expect(try book.add([]).golden == book.golden)
  }

  private func lines(_ name: String) -> (Range<Int>) -> [String] {
    switch name {
    case "person": people
    case "company": companies
    case "table": rows
    default: tableOfPeople
    }
  }

  private func options(_ name: String) -> MatchingOptions {
    var options = MatchingOptions()
    if name == "table" { options.idMember = "key" }
    return options
  }

  private func tableOfPeople(_ range: Range<Int>) -> [String] {
    people(range).map { line in
      line.replacing(#""type":"person","#, with: "").replacing(#""emails""#, with: #""contact""#).replacing(
        #""family_name""#, with: #""surname""#)
    }
  }

  @Test func aGoldenFileThatWasChangedIsReadWhereItWas() throws {
    let start = try Book(people(0..<600))
    let new = people(600..<640)
    var edited = start.golden
    edited.swapAt(3, 200)
    edited[10] = edited[10].replacing("Firm 1", with: "Firm 2").replacing("}", with: #","note":"x"}"#)
    edited.removeSubrange(100..<130)
    edited.insert(#"{"type":"company","id":"x1","name":"Firm"}"#, at: 5)
    edited.append(#"{"type":"person","id":"zz","name":"Robert Finch","emails":["robert.finch@firm1.example"]}"#)
    let plain = try start.addReadingAll(new, file: edited.filter { !$0.contains(#""company","id":"x1""#) })
    for ending in ["\n", "\r\n", "\n\n"] {
      var book = start
      let found = try book.add(new, file: "\u{FEFF}" + edited.joined(separator: ending))
      #expect(found.golden == plain.golden)
      #expect(found.clusters == plain.clusters)
      #expect(found.read < 10)
      // What was written is known to the next run.
      let again = try book.add([])
      #expect(again.read == 0)
      #expect(again.golden == plain.golden)
    }
  }

  @Test func aStateOfOtherRecordsIsNoHelpAndNoHarm() throws {
    var book = try Book(people(0..<300))
    let other = try Book(people(300..<700))
    let plain = try book.addReadingAll(people(700..<720), file: other.golden)
    let found = try book.add(people(700..<720), file: other.golden.joined(separator: "\n"))
    #expect(found.golden == plain.golden)
    #expect(found.read == other.golden.count)
  }

  @Test func decisionsCleanSourcesAndCompaniesHold() throws {
    var options = MatchingOptions()
    for number in 0..<5 {
      options.companies.add(
        try Record(Array(#"{"type":"company","id":"x\#(number)","name":"Firm \#(number + 1)"}"#.utf8)))
    }
    var book = try Book(people(0..<500), as: .person, options)
    let ids = try book.golden.prefix(4).map { try #require(try Record(Array($0.utf8)).string("id")) }
    for line in [
      #"{"decision":"same","a":"\#(ids[0])","b":"n1"}"#, #"{"decision":"same","a":"\#(ids[1])","b":"\#(ids[2])"}"#,
      #"{"decision":"different","a":"\#(ids[3])","b":"n2"}"#,
    ] { book.options.decisions.append(try #require(Decision(Record(Array(line.utf8))))) }
    book.options.cleanSource = "city"
    // The name of one company changes, so that people there are compared by another one.
    book.options.companies.add(try Record(Array(#"{"type":"company","id":"x2","name":"Wagtail"}"#.utf8)))
    let new =
      people(500..<540) + [
        #"{"id":"n1","name":"Somebody Else"}"#,
        book.golden[3].replacing(#""id":"\#(ids[3])""#, with: #""id":"n2""#),
        book.golden[7].replacing("Zürich", with: "Bern"),
      ]
    let plain = try book.addReadingAll(new)
    let found = try book.add(new)
    #expect(found.golden == plain.golden)
    #expect(found.clusters == plain.clusters)
    #expect(found.read > 0 && found.read < book.golden.count)
  }

  @Test func aDamagedStateIsRefused() throws {
    let book = try Book(people(0..<120))
    let end = try #require(book.state.firstIndex(of: 0))
    for length in stride(from: end + 1, to: book.state.count, by: 97) {
      #expect(throws: ModelError.self) { try State(MappedFile(holding: Array(book.state[..<length]))) }
    }
    for place in stride(from: end + 40, to: book.state.count - 8, by: 41) {
      var state = book.state
      state[place] ^= 0x11
      // A byte between two sections says nothing.
      guard let opened = try? State(MappedFile(holding: state)) else { continue }
      #expect(book.state[place] == 0 && opened.knowsRecords(book.options))
    }
  }

  @Test(arguments: ["person", "company", "table", "table of people"])
  func aForgedStateIsRefusedOrOfNoUseButNeverFollowed(_ name: String) throws {
    let make = lines(name)
    let book = try Book(make(0..<80), as: EntityKind(rawValue: name), options(name))
    let new = make(80..<86)
    let start = StateLayout.padded(try #require(book.state.firstIndex(of: 0)) + 1)
    var random = Random(seed: 5)
    var opened = 0
    for _ in 0..<300 {
      var forged = book
      for _ in 0..<3 {
        let place = start + 24 + random.next(book.state.count - start - 24)
        forged.state[place] = UInt8(random.next(256))
      }
      forged.state = State.sealed(forged.state)
      if (try? forged.add(new)) != nil { opened += 1 }
    }
    #expect(opened > 20)
  }

  @Test func anotherVersionIsReadAnew() throws {
    var book = try Book(people(0..<60))
    let start = StateLayout.padded(try #require(book.state.firstIndex(of: 0)) + 1)
    book.state[start + 8] += 1
    #expect(try !State(MappedFile(holding: book.state)).knowsRecords(book.options))
    #expect(
      try !State(MappedFile(holding: Array(book.state[..<(start - 8)].prefix { $0 != 0 }))).knowsRecords(book.options))
  }
}

/// Numbers that are the same for the same seed.
private struct Random {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    _ = next(2)
  }

  mutating func next(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
}
