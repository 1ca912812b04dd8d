// check-templates: a lint for templates.
import Bytes
import Command
import Drafts
import JSONLines
import Records

let command = Command(
  name: "check-templates", summary: "check templates for what would spoil a draft", operands: "[folder|pack ...]",
  options: [])

command.main { run in
  var schemas: [String: JSON] = [:]
  for type in ["lead", "referral"] { schemas[type] = RecordTypes.text(type).flatMap { try? JSON(parsing: $0) } }
  var faults = 0
  for pack in run.operands.isEmpty ? TemplatePack.names : run.operands {
    let files = try files(of: pack, run)
    let check = TemplateCheck(files, schemas: schemas)
    run.counts.read += files.count
    run.counts.kept += files.count
    for finding in check.findings {
      let place = "\(pack)/\(finding.template).liquid:\(finding.line):\(finding.column)"
      try run.output.write(text: "\(place): \(finding.message)\n")
    }
    faults += check.findings.count
    if check.findings.isEmpty { try run.output.write(text: "\(pack): \(files.count) templates, nothing to say\n") }
  }
  if faults > 0 { throw Failure(.negative, "") }
}

/// The templates of a built-in pack or a folder, by name without `.liquid`.
func files(of pack: String, _ run: Run) throws -> [(name: String, source: [UInt8])] {
  if let files = TemplatePack.files(ofPack: pack) { return files }
  var files: [(name: String, source: [UInt8])] = []
  for name in try FileSystem.names(in: pack) where name.hasSuffix(".liquid") {
    files.append((String(name.dropLast(7)), try run.readFile("\(pack)/\(name)", limit: 1 << 20)))
  }
  if files.isEmpty { throw Failure(.noInput, "\(pack): no templates") }
  return files
}
