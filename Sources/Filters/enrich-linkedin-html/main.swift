// enrich-linkedin-html: what saved LinkedIn pages say about people.
import Bytes
import Calendar
import Command
import JSONLines
import Profile

let command = Command(
  name: "enrich-linkedin-html", summary: "read careers from saved LinkedIn pages", operands: "PAGE...",
  options: [
    Option("people", argument: "FILE", help: "add each page to the person of FILE whom it shows"),
    Option("review", argument: "FILE", help: "write the pages that fit nobody or several people to FILE"),
    Option("layout", argument: "FILE", repeats: true, help: "try the page layout of FILE before the built-in ones"),
  ])

/// The files among the operands; a folder stands for the files in it, its own folders too.
func eachFile(_ run: Run, _ paths: [String], depth: Int = 0, _ body: (String) throws -> Void) throws {
  for path in paths {
    guard FileSystem.isDirectory(path) else {
      try body(path)
      continue
    }
    guard depth < 32 else { throw Failure(.data, "\(path): folders are nested more than 32 deep") }
    let names = try FileSystem.names(in: path).filter { !$0.hasPrefix(".") }
    try eachFile(run, names.map { "\(path)/\($0)" }.filter(isPage), depth: depth + 1, body)
  }
}

/// Folders and files that browsers write; the pictures and styles beside a "complete" page are none.
func isPage(_ path: String) -> Bool {
  if FileSystem.isDirectory(path) { return !path.hasSuffix("_files") }
  return [".htm", ".html", ".mht", ".mhtml", ".txt", ".xhtml"].contains { path.lowercased().hasSuffix($0) }
}

/// Reads every page, in order; what shows no profile is rejected.
func eachProfile(_ run: Run, _ reader: ProfileReader, _ body: (ProfileRecord) throws -> Void) throws {
  try eachFile(run, run.operands) { path in
    guard let bytes = try content(run, path) else { return }
    run.counts.read += 1
    let date = FileSystem.modified(path).map { "\(Instant(seconds: $0).date)" }
    switch reader.outcome(of: bytes, file: path, fileDate: date) {
    case .profile(let record): try body(record)
    case .refused(let reason, let says):
      try run.reject(
        source: ["file": .string(path), "bytes": JSON(bytes.count), "kind": "linkedin", "priority": "medium"],
        position: path, reason: "\(reason): \(says)", raw: nil)
    }
  }
}

/// The bytes of a file, cut where they are more than any page may have; nil when it cannot be opened.
func content(_ run: Run, _ path: String) throws(SystemError) -> [UInt8]? {
  do throws(SystemError) {
    return try FileHandle.reading(path).bytes(atMost: ProfileReader.largestFile)
  } catch {
    guard error.isMissingInput else { throw error }
    run.missing(error)
    return nil
  }
}

extension FileHandle {
  /// What the file holds, read no further than a block beyond `limit`.
  func bytes(atMost limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try read(into: &bytes, count: 1 << 18) > 0 {
      if bytes.count > limit { break }
    }
    return bytes
  }
}

/// Adds the pages to the people of a file: the people are passed on byte for byte but for the new member.
func enrich(_ run: Run, _ people: String, _ reader: ProfileReader) throws {
  let index = PeopleIndex()
  try run.readRecords(file: people) { index.add($0) }
  let review = try run.value("review").map(create)
  try eachProfile(run, reader) { page in
    switch index.place(page) {
    case .placed: run.counts.merged += 1
    case .unplaced(let reason, let candidates):
      run.warn("\(page.file): \(reason)")
      run.counts.suppressed += 1
      try review?.write(page.review(reason, candidates: candidates))
    }
  }
  try review?.flush()
  try run.readRecords(file: people) { person in
    run.counts.read += 1
    run.counts.kept += 1
    if let page = index.next() { person.set("linkedin", .object(page.enrichment)) }
    try run.output.write(person)
  }
}

func create(_ path: String) throws(Failure) -> Output {
  do throws(SystemError) {
    return Output(try FileHandle.writing(path))
  } catch {
    throw Failure(.cantCreate, "\(error.subject): \(error.reason)")
  }
}

/// A reader of pages with layouts of the user's own.
func reader(_ layouts: [JSON]) throws(Failure) -> ProfileReader {
  do throws(LayoutError) {
    return try ProfileReader(extra: layouts)
  } catch {
    throw Failure(.configuration, "\(error)")
  }
}

command.main { run in
  guard !run.operands.isEmpty else { throw Failure(.usage, "at least one PAGE to read is needed") }
  let reader = try reader(run.values("layout").map { try JSON(parsing: run.readFile($0)) })
  if let people = run.value("people") { return try enrich(run, people, reader) }
  try eachProfile(run, reader) {
    run.counts.kept += 1
    try run.output.write($0.person)
  }
}
