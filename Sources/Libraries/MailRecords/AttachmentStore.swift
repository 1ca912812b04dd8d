// Attachments as files, named by their content so that nothing is overwritten and nothing is kept twice.
import Bytes
import Mail

/// A folder that attachments are saved in.
public struct AttachmentStore: Sendable {
  /// Which attachments are saved; an empty list asks nothing.
  public struct Choice: Sendable {
    /// Patterns of names, `*` for any letters and `?` for one, whatever the case.
    public var names: [String] = []
    /// Patterns of media types.
    public var types: [String] = []
    /// The smallest size in bytes.
    public var minimum = 0
    /// The largest size in bytes.
    public var maximum = Int.max

    /// All attachments.
    public init() {}

    func takes(_ attachment: Attachment) -> Bool {
      let name = Array((attachment.name ?? "").lowercased().utf8)
      let type = Array(attachment.mediaType.utf8)
      return (minimum...maximum).contains(attachment.size)
        && (names.isEmpty || names.contains { Wildcard.matches(Array($0.lowercased().utf8), name) })
        && (types.isEmpty || types.contains { Wildcard.matches(Array($0.lowercased().utf8), type) })
    }
  }

  private let folder: String
  private let choice: Choice

  /// The store in `folder`, which is created.
  public init(folder: String, choice: Choice) throws(SystemError) {
    self.folder = folder
    self.choice = choice
    try FileSystem.makeDirectories(folder)
  }

  /// Saves the chosen attachments of `message` and notes the file of each in it. Each file appears whole or not at all.
  public func save(_ message: inout MailMessage, of raw: RawMessage, _ parser: MailParser) throws(SystemError) {
    for place in message.attachments.indices where choice.takes(message.attachments[place]) {
      let attachment = message.attachments[place]
      guard let bytes = parser.content(of: attachment, in: raw) else { continue }
      let path = folder + "/" + Self.fileName(of: attachment)
      try save(bytes, as: path, temporary: "\(path).\(raw.offset)-\(place).part")
      message.attachments[place].file = path
    }
  }

  private func save(_ bytes: [UInt8], as path: String, temporary: String) throws(SystemError) {
    if Self.exists(path, bytes.count) { return }
    FileSystem.remove(temporary)
    let handle = try FileHandle.creating(temporary)
    do throws(SystemError) {
      try handle.write(bytes)
      try FileSystem.rename(temporary, to: path)
    } catch {
      FileSystem.remove(temporary)
      throw error
    }
  }

  private static func exists(_ path: String, _ size: Int) -> Bool {
    guard let known = try? FileHandle.reading(path) else { return false }
    return known.regularSize() == size
  }

  /// The longest name that is kept of what the sender gave, in bytes.
  private static let nameLimit = 120

  /// Sixteen digits of the content's digest and the name it came under, of which nothing is left that a file system or a
  /// reader could take for something else: no separators, controls, marks that turn the reading direction, or dots and
  /// blanks at the end.
  static func fileName(of attachment: Attachment) -> String {
    let digest = attachment.sha256.prefix(16)
    var name = String.UnicodeScalarView()
    for scalar in (attachment.name ?? defaultName(attachment.mediaType)).unicodeScalars where isShown(scalar) {
      name.append(separators.contains(scalar) ? "_" : scalar)
    }
    while let last = name.last, last == "." || last.properties.isWhitespace { name.removeLast() }
    return digest + "-" + shortened(String(name))
  }

  private static let separators = "/\\:*?\"<>|".unicodeScalars

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }

  /// The end of a long name counts for more: it says what sort of file it is.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > nameLimit else { return name }
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    var start = name
    while start.utf8.count + ending.utf8.count > nameLimit, !start.isEmpty { start.removeLast() }
    return ending.utf8.count > 20 ? String(start) : start + ending
  }

  private static func defaultName(_ mediaType: String) -> String {
    switch mediaType {
    case "message/rfc822": "message.eml"
    case "text/calendar": "invite.ics"
    case "text/plain": "text.txt"
    case "text/html": "page.html"
    default: "attachment"
    }
  }
}

/// Patterns with `*` and `?`.
enum Wildcard {
  /// Whether `pattern` fits all of `text`; takes at most the product of their lengths.
  static func matches(_ pattern: [UInt8], _ text: [UInt8]) -> Bool {
    var p = 0
    var t = 0
    var retry: (p: Int, t: Int)?
    while t < text.count {
      if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
        retry = (p, t)
        p += 1
      } else if p < pattern.count, pattern[p] == UInt8(ascii: "?") || pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let (star, from) = retry {
        retry = (star, from + 1)
        p = star + 1
        t = from + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
