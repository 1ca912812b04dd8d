// The option `--team FILE`, the same in every filter that has it.
import Command
import JSONLines

extension Option {
  /// `--team FILE`.
  public static let team = Option("team", argument: "FILE", help: "our own people, kith-records(5)")
}

extension Run {
  /// The team that `--team` names; an empty one without the option. A faulty file ends the run with 78.
  public func team() throws -> Team {
    var team = Team()
    guard let path = value("team") else { return team }
    try readRecords(file: path) { record in
      do throws(TeamError) {
        try team.add(record)
      } catch {
        throw Failure(.configuration, "\(path):\(record.origin.line): \(error.description)")
      }
    }
    return team
  }
}
