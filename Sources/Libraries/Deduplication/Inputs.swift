// What is read before records are resolved: the options, the decisions, and the records.
import Bytes
import Command
import JSONLines
import Resolution

extension Deduplication {
  func create(_ path: String) throws(Failure) -> Output {
    do {
      return Output(try FileHandle.writing(path))
    } catch {
      throw Failure(.cantCreate, "\(error.subject): \(error.reason)")
    }
  }

  /// The decisions in the file that `option` names.
  func readDecisions(_ option: String) throws -> [Decision] {
    guard let path = run.value(option) else { return [] }
    var decisions: [Decision] = []
    try run.readRecords(file: path) { record in
      if let decision = Decision(record) { decisions.append(decision) }
    }
    return decisions
  }

  /// The records of `kind`, those without a type too; others are passed on unless something else is printed.
  ///
  /// - Parameter others: takes the hashes of the lines that were passed on.
  func readRecords(
    _ kind: EntityKind?, _ idMember: String, passOn: Bool, others: inout Set<UInt64>
  ) throws -> RecordStore {
    var records = RecordStore()
    let id = JSONPath(member: idMember)
    try run.forEachRecord { record in
      if let kind, let type = record.string("type"), type != kind.rawValue {
        if passOn {
          try run.output.write(record)
          others.insert(ContentHash.of(record.bytes))
        }
        return
      }
      guard record.string(id) ?? record.number(id) != nil else {
        throw BadRecord("member '\(idMember)' with the id of the record is missing")
      }
      records.append(record)
    }
    return records
  }

  /// What a run before has kept; nil when the file is not there yet.
  func readState() throws -> State? {
    guard let path = run.value("state"), FileSystem.modified(path) != nil else { return nil }
    do {
      return try State(MappedFile(path))
    } catch let error as ModelError {
      throw Failure(.configuration, "\(path): \(error)")
    }
  }

  func readModel(_ path: String, _ bytes: [UInt8]) throws -> ModelFile {
    do {
      return try ModelFile(bytes)
    } catch let error as ModelError {
      throw Failure(.configuration, "\(path): \(error)")
    } catch let error as JSONError {
      throw Failure(.configuration, "\(path): byte \(error.column): \(error.reason)")
    }
  }

  func readOptions(_ state: State?) throws -> MatchingOptions {
    var options = MatchingOptions()
    options.idMember = run.value("id") ?? "id"
    options.decisions = try readDecisions("decisions")
    options.labels = try readDecisions("labels")
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
    if let path = run.value("model") { options.model = try readModel(path, run.readFile(path)) }
    if let state, let path = run.value("state") {
      let kept = try readModel(path, state.model)
      let asked = run.flag("auto") ? "table" : run.value("entity") ?? options.model?.entity ?? kept.entity
      guard kept.entity == asked else {
        let reason = "the state is one of entity '\(kept.entity)', and '\(asked)' needs one of its own"
        throw Failure(.configuration, "\(path): \(reason)")
      }
      options.model = options.model ?? kept
    }
    return options
  }

  /// What is resolved: a kind of entity, or nil for any table; the model may say it too.
  func readKind(_ model: ModelFile?) throws -> EntityKind? {
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

  /// The golden records that new ones may belong to, as far as the state does not know them; nil when all must be read.
  func readUnknown(_ kind: EntityKind?, _ state: State?, _ options: MatchingOptions) throws -> KnownRecords? {
    let wantsAll = ["stage", "from", "explain"].contains { run.value($0) != nil } || run.flag("print-model")
    guard let path = run.value("against"), let state, kind != .message, !wantsAll else { return nil }
    guard state.knowsRecords(options) else {
      run.warn("\(path): all records are read again, since the state does not hold what this run compares them by")
      return nil
    }
    let known = try KnownRecords(MappedFile(path), state, options) { span, range, line in
      let position = "\(path):\(line):"
      guard range.count <= run.maxLine else {
        let reason = "line of \(range.count) bytes is longer than --max-line allows (\(run.maxLine))"
        throw Failure(.data, "\(position)\(run.maxLine + 1): \(reason)")
      }
      do {
        let record = try Record(span.array(range))
        return kind == nil || record.string("type") ?? kind?.rawValue == kind?.rawValue ? record : nil
      } catch let error as JSONError {
        throw Failure(.data, "\(position)\(error.column): \(error.reason)")
      }
    }
    if known.freshCount > known.count / 2 {
      run.warn("\(path): \(known.freshCount) of \(known.count) records are not those of the state and are read again")
    }
    return known
  }

  /// The golden records that new ones may belong to.
  func readKnown(_ kind: EntityKind?) throws -> RecordStore {
    var known = RecordStore()
    guard let path = run.value("against") else { return known }
    try run.readRecords(file: path) { record in
      if kind == nil || record.string("type") ?? kind?.rawValue == kind?.rawValue { known.append(record) }
    }
    return known
  }
}
