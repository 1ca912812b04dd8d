// render-templates: writes an outreach draft for each lead or referral ask, or fills one plain template.
import Bytes
import Command
import Drafts
import JSONLines
import Suppression
import Team
import Templates

let command = Command(
  name: "render-templates", summary: "write outreach drafts from templates",
  options: [
    Option("templates", argument: "DIR|PACK", help: "the templates to choose from (default: the pack 'agency')"),
    Option("template", argument: "FILE", help: "use this one template for every record"),
    Option("partials", argument: "DIR", help: "where render and include find their templates"),
    .team,
    Option("conversations", argument: "FILE", help: "what was said with whom, to know what may be mentioned"),
    Option("sender", argument: "MEMBER", help: "sign as this member of the team what nobody owns"),
    Option("step", argument: "N", help: "write message N of a sequence (default 1)"),
    Option("variants", argument: "N", help: "write N variants for each record (default 1)"),
    Option("raw", help: "the record is the whole context; print {\"text\":…}"),
    Option("missing", argument: "MODE", choices: ["error", "empty"], help: "what a missing variable does (error)"),
    Option("escape", argument: "MODE", choices: ["none", "html"], help: "how values are written (none)"),
    .suppress, .suppressKey, .suppressPeople,
    Option("print-templates", help: "print the templates of the pack and end"),
  ], common: [.now, .region])

command.main { run in
  if run.flag("print-templates") { return try printTemplates(run) }
  var options = RenderOptions()
  options.now = run.now.seconds
  options.missing = run.value("missing") == "empty" ? .isEmpty : .fails
  options.escape = run.value("escape") == "html" ? .html : .none
  if let folder = run.value("partials") {
    for file in try templateFiles(in: folder, run) {
      options.partials[file.name] = try configured { () throws(TemplateError) in
        try Template(name: file.name, source: file.source)
      }
    }
  }
  if run.flag("raw") { return try fillRaw(run, options) }
  try writeDrafts(run, options)
}

/// Fills one template with every record.
func fillRaw(_ run: Run, _ options: RenderOptions) throws {
  let path = try run.required("template")
  let source = try run.readFile(path)
  let template = try configured { () throws(TemplateError) in try Template(name: path, source: source) }
  let makeText: @Sendable () -> (text: [UInt8], writer: JSONWriter) = { ([], JSONWriter()) }
  try run.mapRecords(worker: makeText) { state, record, out in
    state.text.removeAll(keepingCapacity: true)
    do throws(TemplateError) {
      try template.render(record, options, into: &state.text)
    } catch {
      throw BadRecord(error.description)
    }
    state.writer.reset()
    state.writer.beginObject()
    state.writer.key("text")
    state.writer.string(utf8: state.text)
    state.writer.endObject()
    out.write(state.writer)
  }
}

/// Writes the drafts for every lead and referral.
func writeDrafts(_ run: Run, _ options: RenderOptions) throws {
  let pack = try pack(run)
  var history = SharedHistory()
  if let path = run.value("conversations") { try run.readRecords(file: path) { history.add($0) } }
  let team = try run.team()
  let maker = DraftMaker(
    pack: pack, team: team, standIn: try run.member("sender", of: team), history: history, options: options,
    variants: min(try run.int("variants", minimum: 1) ?? 1, 1000), step: try run.int("step", minimum: 1) ?? 1)
  let gate = try run.suppressionGate()
  var (unserved, unreachable, refused, listed) = (0, 0, 0, 0)
  var page = DraftPage()
  try run.forEachRecord { record in
    page.clear()
    if let gate, !gate.admits(&record) {
      listed += 1
      run.counts.suppressed += 1
      return
    }
    let outcome: DraftMaker.Outcome
    do throws(TemplateError) {
      outcome = try maker.write(record, to: &page)
    } catch {
      throw BadRecord(error.description)
    }
    try run.output.write(bytes: page.lines[...], lines: page.count)
    run.counts.derived += max(0, page.count - 1)
    if outcome != .drafted { run.counts.suppressed += 1 }
    unserved += outcome == .unserved ? 1 : 0
    unreachable += outcome == .unreachable ? 1 : 0
    refused += outcome == .refused ? 1 : 0
  }
  if page.unsigned > 0 {
    run.warn("nobody of us owns \(page.unsigned) of \(run.counts.read) records: --sender names who signs their drafts")
  }
  if unserved > 0 { run.warn("no template serves \(unserved) of \(run.counts.read) records") }
  if refused > 0 { run.warn("\(refused) of \(run.counts.read) records want no mail or have left") }
  if listed > 0 { run.warn("\(listed) of \(run.counts.read) records are on the suppression list") }
  if unreachable > 0 { run.warn("\(unreachable) of \(run.counts.read) records have nobody to write to") }
}

/// The templates that the command line names.
func pack(_ run: Run) throws -> TemplatePack {
  if let path = run.value("template") {
    let file = (name: templateName(path), source: try run.readFile(path))
    return try configured { () throws(TemplateError) in try TemplatePack([file]) }
  }
  let name = run.value("templates") ?? "agency"
  let files = try TemplatePack.files(ofPack: name) ?? templateFiles(in: name, run)
  return try configured { () throws(TemplateError) in try TemplatePack(files) }
}

/// The templates of a folder, by name without `.liquid`.
func templateFiles(in folder: String, _ run: Run) throws -> [(name: String, source: [UInt8])] {
  var files: [(name: String, source: [UInt8])] = []
  for name in try FileSystem.names(in: folder).sorted() where !name.hasPrefix(".") {
    if FileSystem.isDirectory("\(folder)/\(name)") { continue }
    files.append((templateName(name), try run.readFile("\(folder)/\(name)", limit: Template.maximumSize)))
  }
  return files
}

/// A file's name without its folder and `.liquid`.
func templateName(_ path: String) -> String {
  let name = path.split(separator: "/").last.map { String($0) } ?? path
  return name.hasSuffix(".liquid") ? String(name.dropLast(7)) : name
}

func printTemplates(_ run: Run) throws {
  let name = run.value("templates") ?? "agency"
  for file in try TemplatePack.files(ofPack: name) ?? templateFiles(in: name, run) {
    try run.output.write(text: "{% comment %} \(file.name).liquid {% endcomment %}\n")
    try run.output.write(text: String(decoding: file.source, as: UTF8.self))
  }
}

/// What `body` gives; a fault in a template ends the run with 78.
func configured<Result>(_ body: () throws(TemplateError) -> Result) throws(Failure) -> Result {
  do throws(TemplateError) {
    return try body()
  } catch {
    throw Failure(.configuration, error.description)
  }
}
