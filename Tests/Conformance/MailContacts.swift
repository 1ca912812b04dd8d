// How well signatures are read: mails whose names, titles, companies, phones and addresses others marked.
import Bytes
import Correspondence
import JSONLines
import Team
import TestSupport
import Testing
import Zones

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct MailContacts {
  /// A field of a signature, by what the suite and what a person record calls it, and the shares of its words and of its
  /// whole values (F1) that come out; they may only grow.
  private struct Field {
    let mark: String
    let member: String
    let words: Double
    let whole: Double
  }

  private static let fields = [
    Field(mark: "Name", member: "name", words: 0.94, whole: 0.88),
    Field(mark: "Organisation", member: "company", words: 0.88, whole: 0.79),
    Field(mark: "Phone", member: "phones", words: 0.96, whole: 0.96),
    Field(mark: "Mail", member: "emails", words: 0.88, whole: 0.88),
    Field(mark: "Position", member: "title", words: 0.94, whole: 0.95),
  ]

  /// Each field is judged on the mails that mark it before their first header: what the record of whoever wrote the mail
  /// says against all that is marked, word by word as the suite's own evaluator counts, and value by value.
  @Test func signaturesOfTheEnronMailsTellWhoWrites() throws {
    var tallies = [(words: FieldTally, whole: FieldTally)](repeating: (.init(), .init()), count: Self.fields.count)
    for mail in try marked() {
      let person = self.person(mail)
      for (index, field) in Self.fields.enumerated() {
        let wanted = Set(mail.values[field.mark] ?? [])
        guard !wanted.isEmpty else { continue }
        let found = Set(values(person, field))
        tallies[index].whole.add(found: Array(found), wanted: Array(wanted))
        tallies[index].words.add(found: found.flatMap(words), wanted: wanted.flatMap(words))
      }
    }
    for (field, tally) in zip(Self.fields, tallies) {
      print("\(field.member): words \(tally.words), values \(tally.whole)")
      #expect(tally.words.f1 >= field.words, "\(field.member), words: \(tally.words)")
      #expect(tally.whole.f1 >= field.whole, "\(field.member), values: \(tally.whole)")
    }
  }

  /// A mail with what is marked in its signature, by field.
  private struct Marked {
    let from: String
    let text: String
    var values: [String: [String]] = [:]
  }

  private func marked() throws -> [Marked] {
    let folder = "\(try Conformance.folder("mail"))/zoning/enron-train"
    return try FileSystem.names(in: folder).filter { $0.hasSuffix(".ann") }.compactMap { name in
      guard let mark = try? JSON(parsing: Files.read("\(folder)/\(name)")), let text = mark["text"]?.string,
        let from = mark["meta"]?["header"]?["From"]?.string
      else { return nil }
      let spans = mark["denotations"]?.array ?? []
      func start(_ span: JSON) -> Int { span["start"]?.int ?? 0 }
      let cut = spans.filter { $0["type"]?.string == "Header" }.map(start).min() ?? .max
      var mail = Marked(from: from, text: text)
      for span in spans where start(span) < cut {
        let path = span["type"]?.string?.split(separator: "/").map(String.init) ?? []
        guard path.count == 3, path[1] == "Signature", let value = span["text"]?.string else { continue }
        mail.values[path[2], default: []].append(normal(value, mark: path[2]))
      }
      return mail.values.isEmpty ? nil : mail
    }
  }

  /// The record of whoever wrote a mail.
  private func person(_ mail: Marked) -> JSONObject {
    let zoned = ZoneSplitter.split(Array(mail.text.utf8))
    func zone(_ zone: TextZone) -> JSON { .string(String(decoding: zoned.joined(zone), as: UTF8.self)) }
    let message: JSONObject = [
      "type": "message", "id": "1", "date": "2001-03-15T09:10:00Z", "from": ["email": .string(mail.from)],
      "text": zone(.text), "signature": zone(.signature),
    ]
    var book = ContactBook(ours: Team())
    if let message = Message(Record(message)) { _ = book.add(message) }
    return book.records().first { $0["type"]?.string == "person" } ?? [:]
  }

  private func values(_ person: JSONObject, _ field: Field) -> [String] {
    var values = [person[field.member]?.string].compactMap { $0 }
    values += person[field.member]?.array?.compactMap(\.string) ?? []
    if field.member == "phones" { values += person["phones_raw"]?.array?.compactMap(\.string) ?? [] }
    return values.map { normal($0, mark: field.mark) }
  }

  /// A value in lower case with its words one blank apart; of a phone, its last ten digits.
  private func normal(_ value: String, mark: String) -> String {
    switch mark {
    case "Phone": String(value.filter(\.isNumber).suffix(10))
    case "Mail": value.lowercased().filter { !$0.isWhitespace }
    default: words(value.lowercased()).joined(separator: " ")
    }
  }

  private func words(_ value: String) -> [String] {
    value.split { !($0.isLetter || $0.isNumber || "_@.".contains($0)) }.map(String.init)
  }
}

/// How many values came out.
private struct FieldTally: CustomStringConvertible {
  var hits = 0
  var strays = 0
  var misses = 0

  mutating func add(found: [String], wanted: [String]) {
    var left = wanted
    var hits = 0
    for value in found {
      guard let place = left.firstIndex(of: value) else { continue }
      left.remove(at: place)
      hits += 1
    }
    self.hits += hits
    strays += found.count - hits
    misses += left.count
  }

  var f1: Double { Double(2 * hits) / Double(max(1, 2 * hits + strays + misses)) }

  var description: String {
    func share(_ part: Int, _ whole: Int) -> Double { (Double(part) / Double(max(1, whole)) * 1000).rounded() / 1000 }
    return
      "precision \(share(hits, hits + strays)), recall \(share(hits, hits + misses)), F1 \((f1 * 1000).rounded() / 1000)"
  }
}
