import Identity
import JSONLines
import Names

/// The columns of a table of people and their employers, told by what e-mail addresses and other values have in common.
///
/// Where names and employers are spelt in mailboxes, a table is one of people, and people are not one because they have
/// an employer, its domain and its switchboard in common.
public struct PeopleColumns: Sendable {
  /// Members of a person record, and the members of the table's records that hold them.
  public let members: [String: [[String]]]

  /// The members of a person record that a column can be: those that are compared of people.
  public static let compared = [
    "company", "company_id", "country", "domain", "emails", "family_name", "given_name", "linkedin_urls", "location",
    "name", "phones", "title",
  ]

  /// Addresses with a name beside them that must be seen, so that what they have in common is no chance.
  private static let fewestWitnesses = 20
  /// Records that are looked at; they are drawn evenly from all.
  private static let sampleSize = 4000

  /// The columns where `members` says.
  public init(members: [String: [[String]]]) {
    self.members = members
  }

  /// The people's columns in `table`; nil when it is none of people with employers, or one that knows their birthdays.
  public init?(_ table: [TableColumn], records: Int) {
    let kinds = table.map { ColumnShape.kind(of: $0.texts) }
    guard !zip(table, kinds).contains(where: { $1 == .date && Self.spansAges($0) }) else { return nil }
    func columns(_ wanted: ColumnKind...) -> [TableColumn] {
      table.indices.filter { wanted.contains(kinds[$0]) }.map { table[$0] }
    }
    let witnesses = Self.witnesses(columns(.email), records)
    let texts = columns(.text, .company)
    let (pages, links) = Self.parted(columns(.link))
    let names = Self.best(texts, witnesses, least: 0.2, Self.spellsName)
    let rest = texts.filter { $0.path != names?.path }
    let family = Self.best(rest, witnesses, least: 0.3, Self.endsWithName)
    let given = Self.best(rest.filter { $0.path != family?.path }, witnesses, least: 0.15, Self.beginsWithName)
    let others = rest.filter { $0.path != family?.path && $0.path != given?.path }
    let company = Self.best(others, witnesses, least: 0.3, Self.namesEmployer)
    let domain = Self.best(links, witnesses, least: 0.3, Self.isEmployersDomain)
    guard names != nil || given != nil && family != nil, company != nil || domain != nil else { return nil }
    var found: [String: [TableColumn]] = [
      "emails": columns(.email), "phones": columns(.phone), "linkedin_urls": pages,
    ]
    found["name"] = names.map { [$0] }
    if let given, let family { (found["given_name"], found["family_name"]) = ([given], [family]) }
    found["company"] = company.map { [$0] }
    found["domain"] = domain.map { [$0] }
    members = found.filter { !$0.value.isEmpty }.mapValues { $0.map(\.path) }
  }

  /// The rows of `table` as records of people.
  public func people(_ table: [TableColumn], records: Int) -> [Record] {
    let columns = places.flatMap { name, paths in paths.map { path in (name, table.first { $0.path == path }) } }
    return (0..<records).map { record in
      person(
        columns.map { name, column in
          (name, column.map { column in column.values(of: record).map { column.texts[Int($0)] } } ?? [])
        })
    }
  }

  /// The columns one by one, by the members that they hold.
  private var places: [(member: String, paths: [[String]])] {
    members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// A person's record of the texts in each column; of a value that is no list, the first column's holds.
  private func person(_ texts: [(member: String, texts: [String])]) -> Record {
    var person = JSONObject()
    var index = 0
    while index < texts.count {
      let member = texts[index].member
      var all: [String] = []
      while index < texts.count, texts[index].member == member {
        all += texts[index].texts
        index += 1
      }
      // The order of columns must not matter.
      if Self.lists.contains(member) {
        person[member] = JSON(all.sorted())
      } else if let text = all.first {
        person[member] = .string(text)
      }
    }
    return Record(person)
  }

  /// Reads single rows as records of people.
  public struct RowReader: Sendable {
    private let columns: PeopleColumns
    private let members: [String]
    private let row: RowTexts

    /// A reader of rows with these columns, whose ids stand in the member `id`.
    public init(_ columns: PeopleColumns, without id: String) {
      self.columns = columns
      members = columns.places.flatMap { member, paths in paths.map { _ in member } }
      row = RowTexts(columns.places.flatMap(\.paths), without: id)
    }

    /// What the row tells of a person.
    public func person(_ record: Record) -> Record {
      columns.person(Array(zip(members, row.texts(of: record))).map { ($0, $1) })
    }
  }

  private static let lists: Set<String> = ["emails", "phones", "linkedin_urls"]

  /// What the address of a record tells: the letters of its mailbox and the employer's domain.
  private struct Witness {
    let record: Int
    let mailbox: [UInt8]
    let domain: String
  }

  private static func witnesses(_ columns: [TableColumn], _ records: Int) -> [Witness] {
    let step = max(1, records / sampleSize)
    return stride(from: 0, to: records, by: step).flatMap { record in
      columns.flatMap { column in
        column.values(of: record).prefix(2).compactMap { value in
          guard let address = EmailAddress(column.texts[Int(value)]), address.kind == .work else { return nil }
          let letters = address.local.lowercased().utf8.filter { (0x61...0x7A).contains($0) }
          return Witness(record: record, mailbox: letters, domain: address.employerDomain ?? "")
        }
      }
    }
  }

  /// The column for which `test` holds most often, if it does in a share of `least` of the records at least.
  private static func best(
    _ columns: [TableColumn], _ witnesses: [Witness], least: Double, _ test: (String, Witness) -> Bool
  ) -> TableColumn? {
    var best: (column: TableColumn, right: Int)?
    for column in columns {
      var (right, all) = (0, 0)
      for witness in witnesses {
        guard let value = column.values(of: witness.record).first else { continue }
        all += 1
        if test(column.texts[Int(value)], witness) { right += 1 }
      }
      guard all >= fewestWitnesses, Double(right) >= least * Double(all), right > best?.right ?? 0 else { continue }
      best = (column, right)
    }
    return best?.column
  }

  private static func words(_ text: String) -> [[UInt8]] { FoldedText(text).words.filter { $0.count > 2 } }

  /// Both ends of a whole name in one mailbox, in either order.
  private static func spellsName(_ text: String, _ witness: Witness) -> Bool {
    let words = words(text)
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return witness.mailbox == first + last || witness.mailbox == last + first
  }

  private static func beginsWithName(_ text: String, _ witness: Witness) -> Bool {
    guard let word = words(text).first else { return false }
    return witness.mailbox.starts(with: word)
  }

  private static func endsWithName(_ text: String, _ witness: Witness) -> Bool {
    guard let word = words(text).last, word.count < witness.mailbox.count else { return false }
    return witness.mailbox.suffix(word.count).elementsEqual(word)
  }

  private static func namesEmployer(_ text: String, _ witness: Witness) -> Bool {
    guard let word = words(text).first else { return false }
    return witness.domain.utf8.starts(with: word)
  }

  private static func isEmployersDomain(_ text: String, _ witness: Witness) -> Bool {
    !witness.domain.isEmpty && DomainName(of: text)?.registrable == witness.domain
  }

  /// Columns of people's pages, and other links.
  private static func parted(_ links: [TableColumn]) -> (pages: [TableColumn], others: [TableColumn]) {
    func isPages(_ column: TableColumn) -> Bool {
      let sample = column.texts.prefix(sampleSize)
      return 2 * sample.count { LinkedInAddress.personSlug($0) != nil } > sample.count
    }
    return (links.filter(isPages), links.filter { !isPages($0) })
  }

  /// Whether dates lie as far apart as birthdays do, and not as the days on which records were made.
  private static func spansAges(_ column: TableColumn) -> Bool {
    let years = column.texts.prefix(sampleSize).compactMap { ColumnShape.date($0)?.year }.sorted()
    return !years.isEmpty && years[years.count * 9 / 10] - years[years.count / 10] >= 20
  }
}
