// One chat on its way from an export to records.
import Archive
import Bytes
import Chat
import Command
import JSONLines
import Team

extension Run {
  /// The people of `--people`.
  func chatDirectory() throws -> ChatDirectory {
    var people = ChatDirectory()
    if let path = value("people") { try readRecords(file: path) { people.add($0) } }
    return people
  }

  /// Runs `body`; a file that cannot be read is told, and the run goes on.
  func readable(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as SystemError where error.isMissingInput {
      missing(error)
    }
  }
}

/// Writes chats as records.
struct ChatConversion {
  private let run: Run
  private let team: Team
  private let people: ChatDirectory

  init(_ run: Run, team: Team, people: ChatDirectory) {
    self.run = run
    self.team = team
    self.people = people
  }

  /// Runs `body`; a fault of the export called `name` as a whole ends the run.
  func telling(_ name: String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as JSONError {
      throw Failure(.data, "\(name): byte \(error.column): \(error.reason)")
    } catch let error as ChatFileError {
      throw Failure(.data, "\(name): \(error.reason)")
    } catch let error as ZipError {
      throw Failure(.data, "\(name): \(error.reason)")
    }
  }

  /// Writes the records of `chat`, which lay in `file`, and rejects what is no message.
  func write(_ chat: Chat, _ file: String) throws {
    for note in chat.notes { run.warn("\(file): \(note)") }
    var strays = chat.strays[...]
    func rejectStrays(before place: ChatPlace?) throws {
      while let stray = strays.first, place.map({ stray.place.offset < $0.offset }) ?? true {
        strays = strays.dropFirst()
        try reject(stray, file)
      }
    }
    var records = ChatRecords(chat, file: file, team: team, people: people, zone: run.zone)
    for message in chat.messages {
      try rejectStrays(before: message.place)
      run.counts.read += 1
      guard let record = records.record(message) else {
        run.counts.suppressed += 1
        continue
      }
      try run.output.write(record)
      run.counts.kept += 1
    }
    try rejectStrays(before: nil)
  }

  private func reject(_ stray: StrayLine, _ file: String) throws {
    run.counts.read += 1
    var source: JSONObject = ["file": .string(file)]
    let position: String
    switch stray.place {
    case .line(let line):
      source.append("line", JSON(line))
      position = "\(file):\(line):1"
    case .bytes(let range):
      source.append("offset", JSON(range.lowerBound))
      position = "\(file): byte \(range.lowerBound + 1)"
    }
    try run.reject(source: .object(source), position: position, reason: stray.reason, raw: Array(stray.text.utf8))
  }
}
