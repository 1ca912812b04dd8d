// invent-agency: writes the data of a recruitment agency that never was, with what is true of it.
import Bytes
import Command
import Invention

/// Files in a folder, opened when the first bytes come and replaced as a whole.
final class Folder: Sink {
  private let root: String
  private var open: [String: FileHandle] = [:]

  init(_ root: String) { self.root = root }

  func append(_ bytes: [UInt8], to path: String) throws {
    try handle(path).write(bytes)
  }

  private func handle(_ path: String) throws -> FileHandle {
    if let known = open[path] { return known }
    let whole = root + "/" + path
    let folder = whole.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    try FileSystem.makeDirectories(folder)
    FileSystem.remove(whole)
    let handle = try FileHandle.writing(whole)
    if path.hasSuffix(".mbox") { open[path] = handle }
    return handle
  }
}

let command = Command(
  name: "invent-agency", summary: "write the data of an invented recruitment agency, and what is true of it",
  operands: "",
  options: [
    Option("seed", argument: "N", help: "the same number gives the same bytes everywhere (1)"),
    Option("out", argument: "DIR", help: "the folder to write data/raw, config/team.jsonl and truth.jsonl to"),
    Option("clients", argument: "N", help: "client companies (50)"),
    Option("messages", argument: "N", help: "mails in the archive, about (600)"),
  ],
  common: [])
command.main { run in
  guard run.operands.isEmpty else { throw Failure(.usage, "takes no operands, but was given \(run.operands[0])") }
  let agency = Agency(
    seed: UInt64(try run.int("seed") ?? 1), clients: try run.int("clients", minimum: 2) ?? 50,
    messages: try run.int("messages") ?? 600)
  try agency.write(to: Folder(try run.required("out")))
}
