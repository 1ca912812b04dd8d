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

  /// The member of the team whose id the option names; nil without the option.
  public func member(_ option: String, of team: Team) throws -> Member? {
    guard let id = value(option) else { return nil }
    guard let member = team.member(id: id) else {
      throw Failure(.usage, "--\(option): '\(id)' is no member of the team")
    }
    return member
  }
}
