import Bytes
import Command
import JSONLines
import Resolution

/// What dedupe does with its options and its input: resolves records, or adds new ones to golden ones, and writes what was
/// asked for.
public struct Deduplication {
  let run: Run

  /// The work of one run.
  public init(_ run: Run) {
    self.run = run
  }

  /// Reads, resolves and writes.
  public func perform() throws {
    let state = try readState()
    var options = try readOptions(state)
    let kind = try readKind(options.model)
    let printsElse =
      ["emit", "explain", "stage"].contains {
        run.value($0) != nil && run.value($0) != "records" && run.value($0) != "merge"
      }
      || run.flag("print-model")
    var others: Set<UInt64> = []
    let records = try readRecords(kind, options.idMember, passOn: !printsElse, others: &others)
    let kept = Kept(before: state, others: others)
    if let known = try readUnknown(kind, state, options), known.isWorthwhile(for: records.count) {
      return try add(records, known, options, kept)
    }
    var all = try readKnown(kind)
    options.known = all.count
    if all.isEmpty { all = records } else { all.append(records) }
    try resolve(kind, all, options, kept)
  }

  /// Writes the lines that `each` hands out to the file that `option` names.
  private func writeLines(_ option: String, _ each: ((JSONObject) throws -> Void) throws -> Void) throws {
    guard let path = run.value(option) else { return }
    let output = try create(path)
    try each { try output.write($0) }
    try output.flush()
  }

  /// Writes what was asked for in place of golden records; false when they are wanted.
  private func writeInstead(_ matched: Matched) throws -> Bool {
    if run.flag("print-model") {
      try run.output.write(text: matched.model?.text ?? "")
    } else if let pair = run.value("explain") {
      guard let text = matched.explanation(of: pair) else {
        throw Failure(.usage, "option '--explain' takes the ids of two records of the input, A,B")
      }
      try run.output.write(text: text)
    } else if run.value("stage") == "block" {
      try matched.forEachKey { try run.output.write($0) }
    } else if run.value("stage") == "score" {
      try matched.forEachLink { try run.output.write($0) }
    } else if run.value("emit") == "clusters" || run.value("stage") == "cluster" {
      for line in matched.clusterLines() { try run.output.write(line) }
    } else {
      return false
    }
    return true
  }

  /// Writes which records have become part of `golden`, and counts them.
  private func note(_ golden: Golden, _ matched: Matched, _ merges: Output?) throws {
    run.counts.kept -= golden.members.count - 1
    run.counts.merged += golden.members.count - 1
    for merge in golden.merges(matched) { try merges?.write(merge) }
  }

  /// Resolves all records anew.
  private func resolve(_ kind: EntityKind?, _ records: RecordStore, _ options: MatchingOptions, _ kept: Kept) throws {
    let matched = try Matched.resolve(records, as: kind, options)
    try writeAsides(matched)
    if try writeInstead(matched) { return try kept.write(run, matched) }
    let golden = matched.clusters.map { Golden(matched, $0, kind) }.sorted { $0.id < $1.id }
    let merges = try run.value("merges").map(create)
    for entity in golden {
      try run.output.write(line: entity.line)
      try note(entity, matched, merges)
    }
    try merges?.flush()
    try kept.write(run, matched, golden)
  }

  /// Matches new records with golden ones that a state knows.
  private func add(_ records: RecordStore, _ known: KnownRecords, _ options: MatchingOptions, _ kept: Kept) throws {
    let addition = try Addition(records, known, options)
    try writeAsides(addition.matched)
    if run.value("emit") == "clusters" { return try addition.forEachCluster { try run.output.write($0) } }
    let changed = addition.changed()
    let merges = try run.value("merges").map(create)
    try addition.forEach(changed) { entity in
      try run.output.write(line: entity.line)
      try note(entity, addition.matched, merges)
    } lines: { bytes, count in
      try run.output.write(bytes: bytes, lines: count)
    }
    try merges?.flush()
    try kept.write(run, addition, changed)
  }

  private func writeAsides(_ matched: Matched) throws {
    for block in matched.skipped { run.warn("not compared by \(block)") }
    try writeLines("pairs") { try matched.forEachPair($0) }
    try writeLines("review") { write in try matched.reviewLines().forEach(write) }
  }
}
