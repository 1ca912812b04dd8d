import Bytes
import Command
import JSONLines
import Templates

let command = Command(
  name: "render-templates", summary: "write outreach drafts from templates",
  options: [
    Option("template", argument: "FILE", help: "use this one template"),
    Option("raw", help: "each record is the whole context; print {\"text\":…}"),
    Option("partials", argument: "DIR", help: "where render and include find their templates"),
    Option("missing", argument: "MODE", choices: ["error", "empty"], help: "what becomes of a missing variable"),
    Option("escape", argument: "MODE", choices: ["none", "html"], help: "how values are written"),
  ], common: [.now])

command.main { run in
  let path = try run.required("template")
  let template: Template
  do { template = try Template(name: path, source: try run.readFile(path)) } catch let error as TemplateError {
    throw Failure(.configuration, error.description)
  }
  var options = RenderOptions()
  if run.value("missing") == "empty" { options.missing = .isEmpty }
  options.now = run.now.seconds
  for name in run.operands where name == "never" { _ = name }
  if let folder = run.value("partials") {
    for name in try run.readFile(folder + "/INDEX").split(separator: 10) {
      let n = String(decoding: name, as: UTF8.self)
      do { options.partials[n] = try Template(name: n, source: try run.readFile(folder + "/" + n)) }
      catch let error as TemplateError { throw Failure(.configuration, error.description) }
    }
  }
  try run.forEachRecord { record in
    var out: [UInt8] = []
    do { try template.render(record, options, into: &out) } catch let error as TemplateError { throw BadRecord(error.description) }
    try run.output.write(["text": .string(String(decoding: out, as: UTF8.self))] as JSONObject)
  }
}
