// What the options say of the table and of the map.
import Bytes
import CSV
import Calendar
import Command
import SQLDump
import Team
import TextEncodings

extension Run {
  /// What the options say of the table, over what `map` says.
  func tableOptions(_ map: TableMap?) throws -> TableOptions {
    var options = TableOptions()
    options.isMySQL = value("dialect").map { $0 == "mysql" } ?? map?.isMySQL ?? false
    options.delimiter = try byte("delimiter")
    if let quote = value("quote") { options.quoting = quote == "none" ? .off : .byte(try byte("quote") ?? 0x22) }
    options.escape = try escape() ?? map?.escape
    options.columns = value("columns").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    options.encoding = try encoding()
    options.ragged = value("ragged").flatMap(TableOptions.Ragged.init(rawValue:)) ?? map?.ragged ?? .reject
    options.repairsMojibake = flag("repair-mojibake")
    options.skippedLines = try int("skip-lines") ?? 0
    options.binaryColumns = values("base64")
    options.longestRow = maxLine
    options.requiredColumns = map?.required ?? []
    options.tracksLines = map != nil
    return options
  }

  /// The encoding that `--encoding` names.
  func encoding() throws(Failure) -> TextEncoding? {
    guard let label = value("encoding") else { return nil }
    guard let encoding = TextEncoding(label: label) else { throw Failure(.usage, "unknown encoding '\(label)'") }
    if encoding != .utf8, !values("base64").isEmpty {
      throw Failure(.usage, "option '--base64' takes bytes as they are: with it the text must be UTF-8, not \(label)")
    }
    return encoding
  }

  private func escape() throws -> Dialect.Escape? {
    guard let word = value("escape") else { return nil }
    guard let escape = Dialect.Escape(word: word) else {
      throw Failure(.usage, "option '--escape' takes backslash, quote or none, not '\(word)'")
    }
    return escape
  }

  /// The single byte that an option gives, `tab` and `\t` for a tab.
  private func byte(_ option: String) throws -> UInt8? {
    guard let text = value(option) else { return nil }
    if text == "tab" || text == "\\t" { return 0x09 }
    guard text.utf8.count == 1, let byte = text.utf8.first, byte != 0x0A, byte != 0x0D else {
      throw Failure(.usage, "option '--\(option)' takes one ASCII character, not '\(text)'")
    }
    return byte
  }

  /// Prints a built-in map, or the names of all.
  public func printMap(_ name: String) throws {
    if name == "list" { return try output.write(text: TableMap.presets.map { $0 + "\n" }.joined()) }
    guard let text = TableMap.preset(name) else { throw Failure(.usage, "there is no map '\(name)'") }
    try output.write(text: String(decoding: text, as: UTF8.self))
  }

  /// Whether `input` is an SQL dump, as the user says or its beginning shows.
  public func readsDump(_ input: PeekedInput) -> Bool {
    if let dialect = value("dialect") { return dialect == "sql" }
    return value("columns") == nil && value("delimiter") == nil && DumpReader.begins(input.beginningAsText)
  }

  /// The one of `maps` that fits the header of `input` and knows most of its columns, the first of equals; when none
  /// fits, the first one; nil without any.
  public func map(of maps: [TableMap], for input: PeekedInput) throws -> TableMap? {
    guard maps.count > 1 else { return maps.first }
    var best: (map: TableMap, known: Int)?
    for map in maps {
      guard let names = input.columns(try tableOptions(map)) else { continue }
      let known = map.known(of: names)
      if known > best?.known ?? -1 { best = (map, known) }
    }
    return best?.map ?? maps.first
  }

  /// The map that `--map` names: a built-in one, else a file.
  public func map(_ name: String) throws -> TableMap {
    guard let text = try TableMap.preset(name) ?? text(ofMap: name) else {
      throw Failure(
        .noInput, "there is no map '\(name)', neither a file nor one of \(TableMap.presets.joined(separator: ", "))")
    }
    do throws(MapError) {
      return try TableMap(text)
    } catch {
      throw Failure(.configuration, "map \(name): \(error)")
    }
  }

  /// The text of the map file at `path`; nil when there is none.
  private func text(ofMap path: String) throws -> [UInt8]? {
    do {
      return try readFile(path, limit: 1 << 20)
    } catch let error as SystemError where error.isMissingInput {
      return nil
    }
  }

  /// What the options say beside the table.
  public func mapContext() throws -> MapContext {
    var context = MapContext()
    context.zone = zone
    context.region = value("region")?.uppercased()
    context.team = try team()
    context.dateOrder = value("dates").flatMap(NumericDates.init(rawValue:))
    for setting in values("set") {
      let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Failure(.usage, "option '--set' takes NAME=VALUE, not '\(setting)'") }
      context.settings[parts[0]] = parts[1]
    }
    if let day = value("as-of") {
      do throws(CalendarError) {
        context.asOf = try CalendarDate(day)
      } catch {
        throw Failure(.usage, "option '--as-of': \(error)")
      }
    }
    if let path = value("companies") {
      try readRecords(file: path) { record in
        guard record.string("type") == "company", let id = record.string("id") else { return }
        context.companies[id] = CompanyFacts(
          name: record.string("name"), country: record.string("country"), domain: record.strings("domains").first)
      }
    }
    return context
  }
}
