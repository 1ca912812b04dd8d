// A first map for a table of an unknown kind: from the names of its columns and from what they hold.
import CSV
import Command
import Identity
import JSONLines

extension Run {
  /// Prints a map for the table of `input`.
  public func suggestMap(_ input: PeekedInput, name: String) throws {
    for preset in TableMap.presets {
      guard let text = TableMap.preset(preset), let map = try? TableMap(text),
        input.columns(try tableOptions(map)) != nil
      else { continue }
      warn("\(name): the built-in map '\(preset)' is for such a table, too")
    }
    var reader = TableReader(try tableOptions(nil)) { buffer, count in try input.read(into: &buffer, count: count) }
    do {
      guard try reader.open() else { throw Failure(.data, "\(name):1:1: the table is empty: no header") }
      var suggestion = MapSuggestion(reader.names)
      let dialect = reader.dialect
      if let block = try reader.nextBlock(forSeveral: false) {
        var rows = reader.blockReader
        _ = try rows.read(block) { bytes, row in
          suggestion.add(row.fields.map { dialect.text($0, of: bytes) ?? "" })
        } fault: { _ in
        }
      }
      try output.write(text: suggestion.text(name: "my-table"))
    } catch let error as TableError {
      throw Failure(.data, "\(name):\(error.line):\(error.column): \(error.reason)")
    }
  }
}

/// Gathers what columns hold, and makes a map of it.
struct MapSuggestion {
  /// What a column is taken for.
  private enum Role: String {
    case name
    case given = "given_name"
    case family = "family_name"
    case email, phone, title, company, website, linkedin, location
    case country, date, other
  }

  private let names: [String]
  private var samples: [[String]]
  private static let sampleLimit = 200

  init(_ names: [String]) {
    self.names = names
    samples = names.map { _ in [] }
  }

  mutating func add(_ texts: [String]) {
    for (index, text) in texts.prefix(names.count).enumerated() where samples[index].count < Self.sampleLimit {
      let text = text.trimmed
      if !text.isEmpty { samples[index].append(text) }
    }
  }

  /// The names of columns, folded, by what they mean; in English, German and French.
  private static let known: [(role: Role, names: Set<String>)] = [
    (.given, ["firstname", "forename", "givenname", "prénom", "vorname"]),
    (.family, ["familyname", "lastname", "nachname", "surname"]),
    (
      .name,
      [
        "ansprechpartner", "candidate", "client", "contact", "contactname", "contactperson", "customer", "fullname",
        "kandidat", "kunde", "name", "nom", "person",
      ]
    ),
    (.title, ["designation", "funktion", "jobtitle", "jobtitel", "position", "role", "title"]),
    (
      .company,
      ["account", "accountname", "company", "companyname", "employer", "firma", "organization", "unternehmen"]
    ),
    (.location, ["city", "location", "ort", "stadt", "ville"]), (.country, ["country", "land", "pays"]),
  ]

  private func role(_ index: Int) -> Role {
    func most(_ test: (String) -> Bool) -> Bool {
      !samples[index].isEmpty && samples[index].count(where: test) * 10 >= samples[index].count * 8
    }
    if most({ EmailAddress($0) != nil }) { return .email }
    if most({ LinkedInAddress($0) != nil }) { return .linkedin }
    let folded = ColumnName.folded(names[index])
    if let known = Self.known.first(where: { $0.names.contains(folded) }) { return known.role }
    if most({ datePattern(for: [$0]) != nil }) { return .date }
    let looksLikePhone = samples[index].isEmpty || most { $0.filter(\.isNumber).count * 2 >= $0.count }
    if looksLikePhone, ["phone", "tel", "mobil", "handy", "cell"].contains(where: { folded.contains($0) }) {
      return .phone
    }
    if samples[index].isEmpty, folded.contains("mail") { return .email }
    if ["website", "domain", "homepage", "web"].contains(where: { folded.contains($0) }) { return .website }
    return .other
  }

  private static let patterns = ["YYYY-MM-DD", "YYYY-MM-DD hh:mm:ss", "YYYY-MM-DD hh:mm", "YYYY-MM-DDThh:mm:ssZ"].map {
    DatePattern($0)
  }

  /// A pattern that all of `texts` follow; where both orders of day and month would do, the day is first.
  private func datePattern(for texts: [String]) -> String? {
    let all = Self.patterns + NumericDates.dayFirst.patterns + NumericDates.monthFirst.patterns
    return all.first { pattern in texts.allSatisfy { pattern.read($0) != nil } }?.text
  }

  /// The text of the map, called `name`.
  func text(name: String) -> String {
    var columns: [Role: [String]] = [:]
    var others: [(member: String, value: JSON)] = []
    for (index, column) in names.enumerated() {
      let role = role(index)
      if role == .date || role == .other { others.append((member(column), value(index, role))) }
      columns[role, default: []].append(column)
    }
    var person = personMembers(columns)
    for other in others where !person.contains(where: { $0.member == other.member }) { person.append(other) }
    let key = columns[.email] ?? columns[.linkedin] ?? columns[.name] ?? names
    let required = key.prefix(1).map { JSON.string($0) }
    var records = [record("person", keys: columns, person)]
    if let company = columns[.company], let first = company.first {
      var members: [(member: String, value: JSON)] = [("name", ["column": .string(first), "as": "line"])]
      if let web = columns[.website] { members.append(("domains[]", ["column": JSON(web), "as": "domain"])) }
      records.append(
        "{\"type\": \"company\", \"id\": {\"hash\": [\(JSON.string(first).text)]}, \"needs\": [\(JSON.string(first).text)],\n     \"members\": {\n\(lines(members))}}"
      )
    }
    return """
      {"map": \(JSON.string(name).text),
       "about": "a first guess: look at every line, above all at dates, ids and what is one's own",
       "columns": [\(required.map(\.text).joined(separator: ", "))],
       "source": {"kind": "crm"},
       "records": [
        \(records.joined(separator: ",\n  "))
       ]}

      """
  }

  private func record(_ type: String, keys: [Role: [String]], _ members: [(member: String, value: JSON)]) -> String {
    let hashed = (keys[.email] ?? []) + (keys[.name] ?? []) + (keys[.given] ?? []) + (keys[.family] ?? [])
    let columns = hashed.isEmpty ? names : hashed
    return
      "{\"type\": \"\(type)\", \"id\": {\"hash\": \(JSON(columns).text)},\n     \"members\": {\n\(lines(members))}}"
  }

  private func lines(_ members: [(member: String, value: JSON)]) -> String {
    members.map { "      \(JSON.string($0.member).text): \($0.value.text)" }.joined(separator: ",\n")
  }

  private func personMembers(_ columns: [Role: [String]]) -> [(member: String, value: JSON)] {
    var members: [(member: String, value: JSON)] = []
    func add(_ member: String, _ role: Role, _ conversion: String, isList: Bool = false) {
      guard let names = columns[role], let first = names.first else { return }
      let column = isList && names.count > 1 ? JSON(names) : .string(first)
      members.append((member, ["column": column, "as": .string(conversion)]))
    }
    if columns[.name] != nil {
      add("name", .name, "line")
    } else if let given = columns[.given]?.first, let family = columns[.family]?.first {
      members.append(("name", ["join": JSON([given, family]), "with": " "]))
    }
    add("given_name", columns[.given] == nil ? .name : .given, columns[.given] == nil ? "given_name" : "line")
    add("family_name", columns[.family] == nil ? .name : .family, columns[.family] == nil ? "family_name" : "line")
    add("emails[]", .email, "email", isList: true)
    add("phones[]", .phone, "phone", isList: true)
    if let phones = columns[.phone] { members.append(("phones_raw[]", ["column": JSON(phones)])) }
    add("title", .title, "line")
    add("company", .company, "line")
    add("domain", .email, "employer_domain")
    add("linkedin_url", .linkedin, "linkedin")
    add("location", .location, "line")
    add("country", .country, "country")
    add("positions[].company", .company, "line")
    add("positions[].title", .title, "line")
    if columns[.company] != nil { members.append(("positions[].by", ["constant": "crm"])) }
    members.append(("kinds[]", ["constant": "contact"]))
    return members
  }

  private func value(_ index: Int, _ role: Role) -> JSON {
    guard role == .date, let pattern = datePattern(for: samples[index]) else { return .string(names[index]) }
    let conversion = pattern.contains("hh") || pattern.contains("h:mm") ? "instant" : "date"
    return ["column": .string(names[index]), "as": .string(conversion), "format": .string(pattern)]
  }

  /// The name of a member for `column`: letters and digits in lower case with underscores.
  private func member(_ column: String) -> String {
    let words = column.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    return words.isEmpty ? "column" : ["type", "id", "source"].contains(words) ? words + "_" : words
  }
}
