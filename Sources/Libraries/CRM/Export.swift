import Bytes
import JSONLines
import Team

/// Where an export writes its files.
public protocol ExportOutput {
  /// Appends to the file of that name.
  mutating func write(_ bytes: [UInt8], to file: String) throws
}

/// An export of leads to one target: add every lead, then finish.
public struct Export<Destination: ExportOutput> {
  /// Where it writes.
  public var output: Destination
  /// What an import would do, when a previous export is known.
  public var plan: ExportPlan?
  /// What happened to the rows.
  public private(set) var report: ExportReport
  private let target: ImportTarget
  private let team: Team
  private let batch: String
  private var tables: [ExportTable]
  private var companies: Set<String> = []

  /// An export; `batch` names it in every row of targets that have a column for it, `rows` lowers their row limits.
  public init(_ target: ImportTarget, team: Team, batch: String, rows: Int? = nil, output: Destination) {
    self.target = target
    self.team = team
    self.batch = batch
    self.output = output
    report = ExportReport(target: target, batch: batch)
    tables = target.files.map { ExportTable(target, $0, rows: min($0.rows, rows ?? Int.max)) }
  }

  /// What became of a lead.
  public enum Outcome: Sendable, Equatable {
    case exported
    /// Its row stands in the file already.
    case merged
    /// It wants no mail, and the target has no way to say so.
    case suppressed
    case rejected(String)
  }

  /// Adds a lead to the files; the outcome is that of the person's own row.
  public mutating func add(_ record: Record) throws -> Outcome {
    let isOptedOut = record.strings("tags").contains("opt_out")
    if isOptedOut, !target.marksOptOut { return .suppressed }
    let facts = LeadFacts(record: record, team: team, batch: batch)
    var outcome = Outcome.exported
    for index in tables.indices where facts.isMeant(by: tables[index].file) {
      switch tables[index].file.subject {
      case .person:
        let result = try tables[index].add(facts, &report, &plan, &output)
        if result != .exported { outcome = result }
      case .company:
        guard !facts.companyID.isEmpty, companies.insert("\(index) \(facts.companyID)").inserted else { continue }
        _ = try tables[index].add(facts, &report, &plan, &output)
      case .opening, .task, .note:
        // What hangs on a person is of no use without them.
        if case .rejected = outcome { continue }
        if !isOptedOut { try addDependents(of: facts, to: index) }
      }
    }
    return outcome
  }

  /// Adds what hangs on a lead: its openings, its next step, or what we know of it.
  private mutating func addDependents(of lead: LeadFacts, to index: Int) throws {
    switch tables[index].file.subject {
    case .task where lead.values("next_step.text").isEmpty: return
    case .note where lead.values("story").isEmpty: return
    case .opening:
      var seen: Set<String> = []
      for opening in lead.record.json("opportunities")?.array ?? [] {
        guard let signal = opening["signal"]?.string, seen.insert(signal).inserted else { continue }
        var facts = lead
        facts.opening = opening.object
        _ = try tables[index].add(facts, &report, &plan, &output)
      }
    default: _ = try tables[index].add(lead, &report, &plan, &output)
    }
  }

  /// Writes what is still held, and the headers of files without rows.
  public mutating func finish() throws {
    for index in tables.indices {
      try tables[index].finish(&output)
      plan?.finish(tables[index].file)
      report.files += tables[index].written
    }
  }
}
