// What dedupe keeps in the file of --state for the next run.
import Command
import Resolution

/// What was kept before, and what belongs to the next state whatever is found.
struct Kept {
  /// The state that was read; nil when there was none.
  let before: State?
  /// Hashes of the lines that were passed on.
  let others: Set<UInt64>

  /// Keeps the model where no golden records are written, unless one was kept before.
  func write(_ run: Run, _ matched: Matched) throws {
    guard let path = run.value("state"), before == nil, let model = matched.model else { return }
    let file = try AtomicFile(path)
    try file.write(Array(model.text.utf8))
    try file.commit()
  }

  /// Keeps what the next run needs to add to the golden records.
  func write(_ run: Run, _ matched: Matched, _ golden: [Golden]) throws {
    guard run.value("state") != nil else { return }
    guard let next = try NextState(matched, golden, others: others) else {
      return try write(run, matched)
    }
    try write(run, next)
  }

  /// Keeps what the next run needs to add to the golden records, of which `changed` are those that are not as before.
  func write(_ run: Run, _ addition: Addition, _ changed: [Golden]) throws {
    try write(run, NextState(addition, changed, others: others))
  }

  /// The state becomes the new one only when the golden records have been written.
  private func write(_ run: Run, _ next: NextState) throws {
    guard let path = run.value("state") else { return }
    try run.output.flush()
    let file = try AtomicFile(path)
    try next.forEachPiece { try file.write($0) }
    try file.commit()
  }
}
