// Where exported chats lie: a text, a JSON file, a folder, or a ZIP file that holds one of these.
import Archive
import Bytes
import JSONLines
import TextEncodings

/// Why something is no exported chat.
public struct ChatFileError: Error, Sendable {
  /// What is wrong.
  public let reason: String
}

/// The files of one operand, by their names within it.
struct ChatFolder {
  /// Their names, with slashes, sorted.
  let names: [String]
  private let read: (String) throws -> [UInt8]

  /// The files of a ZIP file.
  init(_ archive: ZipArchive, limit: Int) {
    var entries: [String: ZipArchive.Entry] = [:]
    for entry in archive.entries where !entry.name.hasPrefix("__MACOSX/") { entries[entry.name] = entry }
    names = entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    read = { name in
      guard let entry = entries[name] else { return [] }
      return try archive.contents(of: entry, limit: limit)
    }
  }

  /// The files of a folder, and of the folders in it.
  init(path: String, limit: Int) throws(SystemError) {
    var names: [String] = []
    for name in try FileSystem.names(in: path) {
      guard FileSystem.isDirectory("\(path)/\(name)") else {
        names.append(name)
        continue
      }
      for inner in try FileSystem.names(in: "\(path)/\(name)") where inner.hasSuffix(".json") {
        names.append("\(name)/\(inner)")
      }
    }
    self.names = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    read = { name in try Self.contents(FileHandle.reading("\(path)/\(name)"), limit: limit) }
  }

  /// The bytes of the file called `name`.
  func contents(_ name: String) throws -> [UInt8] { try read(name) }

  /// All that `handle` gives, at most `limit` bytes.
  static func contents(_ handle: FileHandle, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while try handle.read(into: &bytes, count: 1 << 18) > 0 {
      if bytes.count > limit { throw ChatFileError(reason: "longer than \(limit) bytes") }
    }
    return bytes
  }
}

/// Finds the chats of an operand.
public struct ChatFiles: Sendable {
  /// How the dates of WhatsApp's exports are written; nil: each tells.
  public var order: DateOrder?
  /// How texts are written; nil: each tells.
  public var encoding: TextEncoding?
  /// The longest file, in bytes.
  public var limit = 1 << 30

  /// Chats whose files tell how their dates are written.
  public init() {}

  /// Calls `body` with each chat of the folder at `path` and the name of its file.
  public func eachChat(folder path: String, _ body: (Chat, String) throws -> Void) throws {
    try eachChat(in: ChatFolder(path: path, limit: limit), path, body)
  }

  /// Calls `body` with each chat of the file behind `handle` and the name of its file.
  public func eachChat(_ handle: FileHandle, _ body: (Chat, String) throws -> Void) throws {
    if handle.regularSize() != nil, ZipArchive.begins(try handle.read(at: 0, count: 4)[...]) {
      return try eachChat(in: ChatFolder(try ZipArchive(handle), limit: limit), handle.name, body)
    }
    let bytes = try ChatFolder.contents(handle, limit: limit)
    if ZipArchive.begins(bytes.prefix(4)) { throw ZipError(reason: "a ZIP file cannot be read from a pipe") }
    try eachChat(bytes, handle.name, body)
  }

  private func eachChat(_ raw: [UInt8], _ file: String, _ body: (Chat, String) throws -> Void) throws {
    let (bytes, note) = decoded(raw)
    switch bytes.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) {
    case UInt8(ascii: "{") where TelegramExport.matches(bytes):
      try TelegramExport.eachChat(bytes) { try body($0, file) }
    case UInt8(ascii: "[") where SlackExport.isDay(bytes):
      let export = try SlackExport { _ in nil }
      var chat = Chat(.slack)
      try export.read(bytes, into: &chat)
      try body(chat, file)
    default:
      var chat = Chat(whatsApp: String(decoding: bytes, as: UTF8.self), file: file, order: order)
      if let note { chat.notes.append(note) }
      try body(chat, file)
    }
  }

  /// The bytes of a file as UTF-8, and what the user should know of its encoding.
  private func decoded(_ raw: [UInt8]) -> (bytes: [UInt8], note: String?) {
    let isPlain = encoding == nil && raw.first != 0xEF && !raw.prefix(1024).contains(0)
    if isPlain, UTF8Sequence.firstFault(in: raw.span.bytes, 0..<raw.count) == nil { return (raw, nil) }
    let text = DecodedText(raw, encoding: encoding)
    return (text.bytes, text.note)
  }

  private func eachChat(in folder: ChatFolder, _ path: String, _ body: (Chat, String) throws -> Void) throws {
    let names = Set(folder.names)
    if names.contains("users.json") || names.contains("channels.json") || names.contains("dms.json") {
      return try eachConversation(in: folder, path, body)
    }
    let files = folder.names.filter { $0.hasSuffix(".txt") || $0.split(separator: "/").last == "result.json" }
    guard !files.isEmpty else {
      throw ChatFileError(
        reason: "no chat in it: neither WhatsApp's text, nor Telegram's result.json, nor a Slack export")
    }
    for name in files { try eachChat(try folder.contents(name), "\(path)/\(name)", body) }
  }

  /// The conversations of a Slack export: the days of each are one chat, a file after the other.
  private func eachConversation(
    in folder: ChatFolder, _ path: String, _ body: (Chat, String) throws -> Void
  ) throws {
    let export = try SlackExport { folder.names.contains($0) ? try folder.contents($0) : nil }
    var days: [Substring: [String]] = [:]
    for name in folder.names {
      let parts = name.split(separator: "/")
      if parts.count == 2, parts[1].hasSuffix(".json") { days[parts[0], default: []].append(name) }
    }
    for conversation in export.conversations {
      for day in days.removeValue(forKey: conversation.folder[...]) ?? [] {
        var chat = export.chat(conversation)
        try read(day, of: folder, export, path, &chat)
        try body(chat, "\(path)/\(day)")
      }
    }
    for day in days.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
      var chat = Chat(.slack)
      chat.name = day.split(separator: "/").first.map(String.init)
      try read(day, of: folder, export, path, &chat)
      try body(chat, "\(path)/\(day)")
    }
  }

  private func read(_ day: String, of folder: ChatFolder, _ export: SlackExport, _ path: String, _ chat: inout Chat)
    throws
  {
    do {
      try export.read(try folder.contents(day), into: &chat)
    } catch let error as JSONError {
      throw ChatFileError(reason: "\(day): byte \(error.column): \(error.reason)")
    }
  }
}
