// What dedupe reads: its options, the decisions, and the records.
import Bytes
import Command
import JSONLines
import Resolution

func create(_ path: String) throws(Failure) -> Output {
  do {
    return Output(try FileHandle.writing(path))
  } catch {
    throw Failure(.cantCreate, "\(error.subject): \(error.reason)")
  }
}

/// The decisions in the file that `option` names.
func readDecisions(_ run: Run, _ option: String) throws -> [Decision] {
  guard let path = run.value(option) else { return [] }
  var decisions: [Decision] = []
  try run.readRecords(file: path) { record in
    if let decision = Decision(record) { decisions.append(decision) }
  }
  return decisions
}

/// The records of `kind`, those without a type too; others are passed on unless something else is printed.
func readRecords(
  _ run: Run, _ kind: EntityKind?, _ idMember: String, after known: RecordStore, passOn: Bool
) throws -> RecordStore {
  var records = known
  let id = JSONPath(member: idMember)
  try run.forEachRecord { record in
    if let kind, let type = record.string("type"), type != kind.rawValue {
      if passOn { try run.output.write(record) }
      return
    }
    guard record.string(id) ?? record.number(id) != nil else {
      throw BadRecord("member '\(idMember)' with the id of the record is missing")
    }
    records.append(record)
  }
  return records
}

func readOptions(_ run: Run) throws -> MatchingOptions {
  var options = MatchingOptions()
  options.idMember = run.value("id") ?? "id"
  options.decisions = try readDecisions(run, "decisions")
  options.labels = try readDecisions(run, "labels")
  options.cleanSource = run.value("clean-source")
  options.threads = run.jobs
  options.keepsAllPairs = run.value("pairs") != nil || run.value("review") != nil
  options.onlyKeys = run.value("stage") == "block"
  if let path = run.value("from") {
    try run.readRecords(file: path) { line in
      guard options.found.add(line) else { throw BadRecord("neither a key nor a pair nor a cluster") }
    }
  }
  if let path = run.value("companies") { try run.readRecords(file: path) { options.companies.add($0) } }
  let state = run.value("state").flatMap { FileSystem.modified($0) == nil ? nil : $0 }
  if let path = run.value("model") ?? state {
    do {
      options.model = try ModelFile(run.readFile(path))
    } catch let error as ModelError {
      throw Failure(.configuration, "\(path): \(error)")
    } catch let error as JSONError {
      throw Failure(.configuration, "\(path): byte \(error.column): \(error.reason)")
    }
  }
  return options
}

/// What is resolved: a kind of entity, or nil for any table; the model may say it too.
func readKind(_ run: Run, _ model: ModelFile?) throws -> EntityKind? {
  if run.flag("auto"), run.value("entity") != nil {
    throw Failure(.usage, "options '--auto' and '--entity' exclude each other")
  }
  let asked = run.flag("auto") ? "table" : run.value("entity")
  guard let name = asked ?? model?.entity else {
    throw Failure(.usage, "option '--entity' or '--auto' is required")
  }
  if let model, model.entity != name { throw Failure(.configuration, "the model is one of entity '\(model.entity)'") }
  return EntityKind(rawValue: name)
}

/// The golden records that new ones may belong to.
func readKnown(_ run: Run, _ kind: EntityKind?) throws -> RecordStore {
  var known = RecordStore()
  guard let path = run.value("against") else { return known }
  try run.readRecords(file: path) { record in
    if kind == nil || record.string("type") ?? kind?.rawValue == kind?.rawValue { known.append(record) }
  }
  return known
}
