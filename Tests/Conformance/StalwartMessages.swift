// The whole messages of the Stalwart mail parser's tests.
import Bytes
import JSONLines
import Mail
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct StalwartMessages {
  /// Where we differ on purpose; may only shrink. All others agree in addresses, subject, date, ids, text and attachments.
  static let onPurpose: [String: String] = {
    let reasons: [(String, [String])] = [
      ("uuencoded files are decoded and taken out of the text", ["legacy/017", "legacy/048", "legacy/049"]),
      (
        "text of a part without its closing delimiter is shown, so that a mail that was cut still says something",
        ["malformed/002", "malformed/003", "malformed/004", "malformed/006"]
      ),
      (
        "an outer boundary ends the parts inside it, and a boundary is a whole line (RFC 2046, 5.1)",
        ["malformed/001", "malformed/008", "malformed/009", "malformed/011", "malformed/012", "malformed/016"]
      ),
      ("what follows the last delimiter is no part", ["malformed/007"]),
      (
        "a delimiter ends a header that lacks its empty line",
        ["malformed/019", "malformed/020", "malformed/021", "thirdparty/015"]
      ),
    ]
    return Dictionary(uniqueKeysWithValues: reasons.flatMap { reason in reason.1.map { ($0, reason.0) } })
  }()

  @Test func messagesComeOut() throws {
    let root = try Conformance.folder("mail/stalwart/eml")
    var total = 0
    var good = 0
    for folder in try FileSystem.names(in: root) {
      for name in try FileSystem.names(in: "\(root)/\(folder)") where name.hasSuffix(".eml") {
        total += 1
        let path = "\(root)/\(folder)/\(name)"
        let bytes = try Files.read(path)
        let message = MailParser().parse(bytes)
        let ending = bytes.contains([0x0D, 0x0A]) ? "crlf.json" : "json"
        let expected = try JSON(parsing: Files.read(String(path.dropLast(3)) + ending))
        let differences = StalwartComparison(message, expected).differences
        let id = "\(folder)/\(name.dropLast(4))"
        if differences.isEmpty { good += 1 }
        #expect(differences.isEmpty == (Self.onPurpose[id] == nil), "\(id): \(differences.joined(separator: "; "))")
      }
    }
    print("messages that agree:", good, "of", total)
    #expect(total == 107)
    #expect(good == total - Self.onPurpose.count)
  }
}

/// One message of ours beside what is expected of it.
struct StalwartComparison {
  private(set) var differences: [String] = []
  private let parts: [JSON]
  private let headers: [JSON]

  init(_ message: MailMessage, _ expected: JSON) {
    parts = expected["parts"]?.array ?? []
    headers = parts.first?["headers"]?.array ?? []
    compare("from", message.from.map(StalwartVectors.pair), boxes("from"))
    compare("to", message.to.map(StalwartVectors.pair), boxes("to"))
    compare("cc", message.cc.map(StalwartVectors.pair), boxes("cc"))
    compare("subject", Self.words(message.subject ?? ""), Self.words(text("subject").first ?? ""))
    compare("id", message.messageID.map { [$0] } ?? [], Array(text("message_id").prefix(1)))
    compare("references", message.references, text("references"))
    if let date = value("date")?["DateTime"], message.dateSource == .header {
      compare("date", StalwartVectors.fields(optional: message.date), StalwartVectors.fields(date))
    }
    compare("text", Self.words(String(decoding: message.text, as: UTF8.self)), Self.words(body(expected)))
    let sizes = (expected["attachments"]?.array ?? []).map(size)
    let ours = zip(message.attachments, sizes).map { $1 < 0 ? -1 : $0.size }
    compare("attachments", ours + message.attachments.dropFirst(ours.count).map(\.size), sizes)
  }

  /// Raw 8-bit bytes without charset are windows-1252 to us and U+FFFD to them: not compared.
  private mutating func compare<Value: Equatable>(_ what: String, _ ours: Value, _ theirs: Value) {
    if ours != theirs, !"\(theirs)".contains("\u{FFFD}") {
      differences.append("\(what): \("\(ours)".prefix(200)) | \("\(theirs)".prefix(200))")
    }
  }

  private func value(_ name: String) -> JSON? {
    headers.first { $0["name"]?.string == name }?["value"]
  }

  private func boxes(_ name: String) -> [[String?]] {
    value(name)?["Address"].map(StalwartVectors.mailboxes) ?? []
  }

  private func text(_ name: String) -> [String] {
    guard let value = value(name) else { return [] }
    return value["Text"]?.string.map { [$0] } ?? value["TextList"]?.strings ?? []
  }

  /// The parts of the plain body, one after the other.
  private func body(_ expected: JSON) -> String {
    (expected["text_body"]?.array ?? []).compactMap { index in
      guard let number = index.int, parts.indices.contains(number), let body = parts[number]["body"] else { return nil }
      if let html = body["Html"]?.string {
        return String(decoding: HTMLText.convert(Array(html.utf8)), as: UTF8.self)
      }
      return body["Text"]?.string
    }.joined(separator: "\n")
  }

  /// The size of an attachment; that of a text or a message cannot be told from the expectation.
  private func size(_ index: JSON) -> Int {
    guard let number = index.int, parts.indices.contains(number), let body = parts[number]["body"] else { return -1 }
    return (body["Binary"] ?? body["InlineBinary"])?.array?.count ?? -1
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
