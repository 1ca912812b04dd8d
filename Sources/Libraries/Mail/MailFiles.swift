// Files and folders of mail: mailboxes, single messages, Maildirs.
import Bytes

/// One file to read mail from.
public struct MailFile: Sendable, Equatable {
  /// The path.
  public var path: String
  /// Whether it holds one message, which is not to be cut at separator lines.
  public var isSingle: Bool

  /// A file as its name has it: `.eml` and what lies in a Maildir are single messages.
  public init(path: String, isSingle: Bool? = nil) {
    self.path = path
    self.isSingle = isSingle ?? path.lowercased().hasSuffix(".eml")
  }

  /// What the file is known by in later runs: a message in a Maildir moves from new to cur and changes its flags.
  public var lastingName: String {
    guard isSingle, let slash = path.utf8.lastIndex(of: 0x2F) else { return path }
    let folder = path[..<slash]
    let name = path[path.utf8.index(after: slash)...]
    guard folder.hasSuffix("/new") || folder.hasSuffix("/cur") else { return path }
    return folder.dropLast(3) + "cur/" + (name.split(separator: ":", maxSplits: 1).first.map(String.init) ?? "")
  }

  /// Folders nested deeper are not read.
  private static let depthLimit = 16

  /// The files that `path` stands for: itself, or when it is a folder, all mail under it in a fixed order.
  public static func expand(_ path: String) -> [MailFile] {
    guard let names = listing(path) else { return [MailFile(path: path)] }
    return files(in: path, names, depth: 0)
  }

  private static func files(in folder: String, _ names: [String], depth: Int) -> [MailFile] {
    let isMaildir = names.contains("cur") || names.contains("new")
    var found: [MailFile] = []
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      guard let inner = listing(path) else {
        if !isMaildir, isMail(name) { found.append(MailFile(path: path)) }
        continue
      }
      if isMaildir, name == "tmp" { continue }
      if isMaildir, name == "cur" || name == "new" {
        found += inner.filter { listing(path + "/" + $0) == nil }.map {
          MailFile(path: path + "/" + $0, isSingle: true)
        }
      } else if depth < depthLimit {
        found += files(in: path, inner, depth: depth + 1)
      }
    }
    return found
  }

  /// Whether a file of a plain folder is mail by its name: with an ending of mail, or with none.
  private static func isMail(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: 0x2E) else { return true }
    return ["eml", "mail", "mbox", "mbs", "mbx"].contains(name[name.index(after: dot)...].lowercased())
  }

  /// The names in a folder, sorted; nil when `path` is none.
  private static func listing(_ path: String) -> [String]? {
    FileSystem.isDirectory(path) ? try? FileSystem.names(in: path) : nil
  }
}
