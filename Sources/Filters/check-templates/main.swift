// check-templates: a lint for templates.
import Bytes
import Command
import Drafts
import JSONLines
import Records

let command = Command(
  name: "check-templates", summary: "check templates for what would spoil a draft", operands: "[file|folder|pack ...]",
  options: [])

command.main { run in
  var schemas: [String: JSON] = [:]
  for type in ["lead", "referral"] { schemas[type] = RecordTypes.text(type).flatMap { try? JSON(parsing: $0) } }
  var faults = 0
  for operand in run.operands.isEmpty ? TemplatePack.names : run.operands {
    let templates = try Templates(operand, run)
    let found = TemplateCheck(templates.files, schemas: schemas).findings.filter { templates.isAsked($0.template) }
    run.counts.read += templates.count
    run.counts.kept += templates.count
    for finding in found {
      let place = "\(templates.folder)/\(finding.template).liquid:\(finding.line):\(finding.column)"
      try run.output.write(text: "\(place): \(finding.message)\n")
    }
    faults += found.count
    if found.isEmpty {
      let counted = templates.count == 1 ? "1 template" : "\(templates.count) templates"
      try run.output.write(text: "\(operand): \(counted), nothing to say\n")
    }
  }
  if faults > 0 { throw Failure(.negative, "") }
}

/// The templates of a built-in pack or a folder; or one file among those of its folder, which it may include.
struct Templates {
  let folder: String
  private(set) var files: [(name: String, source: [UInt8])]
  private var only: String?

  init(_ operand: String, _ run: Run) throws {
    if let files = TemplatePack.files(ofPack: operand) {
      (folder, self.files) = (operand, files)
      return
    }
    let parts = operand.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
    if let name = parts.last, name.hasSuffix(".liquid"), !FileSystem.isDirectory(operand) {
      only = String(name.dropLast(7))
      folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
    } else {
      folder = operand
    }
    files = []
    for name in try FileSystem.names(in: folder) where name.hasSuffix(".liquid") {
      files.append((String(name.dropLast(7)), try run.readFile("\(folder)/\(name)", limit: 1 << 20)))
    }
    if !files.contains(where: { isAsked($0.name) }) { throw Failure(.noInput, "\(operand): no templates") }
  }

  /// Whether the template of that name was asked for.
  func isAsked(_ name: String) -> Bool { only == nil || only == name }

  /// How many were asked for.
  var count: Int { only == nil ? files.count : 1 }
}
