import JSONLines

/// What a program that imports contacts wants: its files, their columns and limits. Read from a data file.
public struct ImportTarget: Sendable {
  /// The name by which it is chosen.
  public let name: String
  /// What it is, in a line.
  public let about: String
  /// Files in the order in which they are to be imported.
  public let files: [ImportFile]
  let isVCard: Bool
  let hasByteOrderMark: Bool
  let lineBreak: [UInt8]
  /// What a double quotation mark inside a value becomes, where the importer can't read one.
  let doubleQuote: String?
  /// Whether cells that a spreadsheet would take for formulas are made harmless.
  let neutralisesFormulas: Bool

  /// Reads the target's data file.
  /// - Throws: what is wrong with it.
  public init(_ json: JSON) throws(TargetError) {
    guard let object = json.object else { throw TargetError("a target is an object") }
    guard let name = object["target"]?.string else { throw TargetError("'target' is missing") }
    self.name = name
    about = object["about"]?.string ?? ""
    isVCard = object["form"]?.string == "vcard"
    hasByteOrderMark = object["byte_order_mark"]?.bool ?? false
    lineBreak = Array((object["line_break"]?.string ?? (isVCard ? "\r\n" : "\n")).utf8)
    doubleQuote = object["double_quote"]?.string
    neutralisesFormulas = object["formulas"]?.string != "kept" && !isVCard
    var files: [ImportFile] = []
    for file in object["files"]?.array ?? [] { files.append(try ImportFile(file, target: name)) }
    if files.isEmpty { throw TargetError("\(name): 'files' is missing") }
    self.files = files
  }

  /// Whether the target marks people who want no mail, and so may be told of them.
  var marksOptOut: Bool { files.contains { $0.columns.contains { $0.sources.contains("opted_out") } } }
}

/// One file of an import: a row for each person, company, opening, task or note.
public struct ImportFile: Sendable {
  /// What a row stands for.
  public enum Subject: String, Sendable {
    /// A lead, a lead's company, one of a lead's openings, its next step, or what we know of it in words.
    case person, company, opening, task, note
  }

  /// The file's name without its ending.
  public let name: String
  /// What a row stands for.
  public let subject: Subject
  /// The most rows that one import takes.
  public let rows: Int
  /// The columns, in order.
  public let columns: [ImportColumn]
  /// The column that tells rows apart; a second row with the same value is left out.
  public let key: String?
  /// The leads for whom the file is, by values of their members; and those for whom it is not.
  let only: [(member: String, values: [String])]
  let except: [(member: String, values: [String])]
  /// A row must fill at least one of these columns.
  public let anyOf: [String]
  /// Rows that hang on a row, such as several ways to reach a person, and bear two cells each: what it is, and its value.
  public let details: Details?
  /// What the header of the key is called in a file of rows that are there already, for importers that create by one
  /// column and update by another.
  public let keyOnUpdate: String?
  /// The most bytes that one import takes.
  public let bytes: Int
  /// Whether columns without any value are left out of the file.
  let dropsEmptyColumns: Bool

  init(_ json: JSON, target: String) throws(TargetError) {
    guard let name = json["name"]?.string else { throw TargetError("\(target): a file has no 'name'") }
    self.name = name
    guard let subject = json["of"]?.string.flatMap({ Subject(rawValue: $0) }) else {
      throw TargetError("\(target): \(name): 'of' is person, company, opening, task or note")
    }
    self.subject = subject
    rows = max(1, json["rows"]?.int ?? 1_000_000)
    key = json["key"]?.string
    anyOf = json["any_of"]?.strings ?? []
    details = try json["details"].map { json throws(TargetError) in try Details(json, file: "\(target): \(name)") }
    keyOnUpdate = json["key_on_update"]?.string
    only = json["only"]?.object?.members.map { ($0.key, $0.value.strings) } ?? []
    except = json["except"]?.object?.members.map { ($0.key, $0.value.strings) } ?? []
    bytes = max(1 << 16, json["bytes"]?.int ?? Int.max)
    dropsEmptyColumns = json["drop_empty_columns"]?.bool ?? false
    var columns: [ImportColumn] = []
    for column in json["columns"]?.array ?? [] { columns.append(try ImportColumn(column, file: "\(target): \(name)")) }
    let names = columns.map(\.name)
    for name in anyOf + (key.map { [$0] } ?? []) where !names.contains(name) {
      throw TargetError("\(target): \(self.name): no column '\(name)'")
    }
    guard !columns.isEmpty, Set(names).count == names.count || json["repeats"]?.bool == true else {
      throw TargetError("\(target): \(self.name): columns are missing or named twice")
    }
    self.columns = columns
  }

  /// The headers: those of the columns, and of the details.
  var headers: [String] { columns.map(\.name) + (details.map { [$0.kindHeader, $0.valueHeader] } ?? []) }

  /// The column that tells a row from all others in the next export too: our external id, else the key.
  var identity: Int? {
    columns.firstIndex { $0.sources.contains { $0.hasSuffix("external_id") } }
      ?? key.flatMap { key in columns.firstIndex { $0.name == key } }
      ?? anyOf.last.flatMap { name in columns.firstIndex { $0.name == name } }
  }

  /// Whether a file of that name, without its ending, is a part of this one: `NAME`, `NAME-2`, `NAME-update`.
  public func isPart(_ stem: some StringProtocol) -> Bool {
    guard stem.hasPrefix(name) else { return false }
    let rest = stem.dropFirst(name.count)
    return (rest.isEmpty || rest.first == "-")
      && rest.split(separator: "-").allSatisfy { $0 == "update" || Int($0) != nil }
  }

  /// Rows that hang on a row.
  public struct Details: Sendable {
    /// The headers of the two cells.
    public let kindHeader: String
    public let valueHeader: String
    /// The rows: what stands in the first cell, and where the second comes from.
    let rows: [(kind: String, column: ImportColumn)]

    init(_ json: JSON, file: String) throws(TargetError) {
      let headers = json["columns"]?.strings ?? []
      guard headers.count == 2 else { throw TargetError("\(file): 'details' has two 'columns'") }
      (kindHeader, valueHeader) = (headers[0], headers[1])
      var rows: [(kind: String, column: ImportColumn)] = []
      for row in json["rows"]?.array ?? [] {
        guard let kind = row["kind"]?.string else { throw TargetError("\(file): a row of 'details' has no 'kind'") }
        var column = row.object ?? [:]
        column["name"] = .string(headers[1])
        rows.append((kind, try ImportColumn(.object(column), file: file)))
      }
      self.rows = rows
    }

    /// The details that stay the same from one export to the next when nothing has changed: all but the batch.
    func lasting(_ details: [[String]]) -> [[String]] {
      let passing = rows.filter { $0.column.sources.contains("batch") }.map(\.kind)
      return details.filter { !passing.contains($0.first ?? "") }
    }
  }
}

/// One column: where its value comes from and what the importer accepts.
public struct ImportColumn: Sendable {
  /// How a value is written.
  public enum Form: String, Sendable {
    case line, text, email, phone, e164, url, date, datetime, number, bool, list, key, uuid, guid
  }

  /// What becomes of a value that is too long.
  public enum Excess: String, Sendable {
    case cut, drop, reject
  }

  /// The header.
  public let name: String
  /// Where the value comes from: the first source that has one.
  public let sources: [String]
  /// The parts of a structured property of a card, each a source or empty.
  let components: [String]
  /// The value when no source has one.
  public let otherwise: String?
  /// How it is written.
  public let form: Form
  /// The most characters.
  public let maximum: Int?
  /// What becomes of a longer value.
  public let excess: Excess
  /// Whether a row without it can't be imported.
  public let isRequired: Bool
  /// The target's words for ours.
  public let map: [String: String]
  /// What a value outside of `map` becomes; nil leaves the cell empty.
  public let mapOtherwise: String?
  /// The words that the importer knows; others leave the cell empty.
  public let choices: [String]
  /// What stands between the values of a list.
  public let separator: String
  /// What precedes the value.
  public let prefix: String
  /// How dates are written: `ymd` (default), `mdy`, `dmy`.
  let dates: String
  /// The words for yes and no.
  let yesNo: [String]

  init(_ json: JSON, file: String) throws(TargetError) {
    guard let name = json["name"]?.string, !name.isEmpty else { throw TargetError("\(file): a column has no 'name'") }
    self.name = name
    sources = json["from"]?.strings ?? []
    components = json["components"]?.strings ?? []
    otherwise = json["else"]?.string
    guard let form = Form(rawValue: json["as"]?.string ?? "line") else {
      throw TargetError("\(file): \(name): unknown form '\(json["as"]?.string ?? "")'")
    }
    self.form = form
    maximum = json["max"]?.int
    guard let excess = Excess(rawValue: json["over"]?.string ?? (Self.isCut(form) ? "cut" : "drop")) else {
      throw TargetError("\(file): \(name): 'over' is cut, drop or reject")
    }
    self.excess = excess
    isRequired = json["required"]?.bool ?? false
    var map: [String: String] = [:]
    for member in json["map"]?.object?.members ?? [] { map[member.key] = member.value.string }
    self.map = map
    mapOtherwise = json["map_else"]?.string
    choices = json["choices"]?.strings ?? []
    separator = json["separator"]?.string ?? ";"
    prefix = json["prefix"]?.string ?? ""
    dates = json["dates"]?.string ?? "ymd"
    yesNo = json["yes_no"]?.strings ?? ["true", "false"]
    if yesNo.count != 2 { throw TargetError("\(file): \(name): 'yes_no' has two words") }
  }

  private static func isCut(_ form: Form) -> Bool {
    form == .line || form == .text || form == .list
  }
}

/// What is wrong with a target's data file.
public struct TargetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence for the user.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
