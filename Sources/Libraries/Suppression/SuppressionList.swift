import Bytes
import Calendar
import JSONLines

/// Who must not be written to: keyed hashes with reason and date, which tell nothing of the people to whoever lacks the
/// key, and know each of them again in any spelling.
public struct SuppressionList: Sendable {
  /// One entry.
  public struct Entry: Sendable, Equatable {
    /// What was hashed.
    public let kind: ContactPoint.Kind
    /// HMAC-SHA-256 of kind and text, 64 hexadecimal digits.
    public let hash: String
    /// Why: `opt_out`, `erasure`, `complaint`, or a word of one's own.
    public let reason: String
    /// Since when, `2026-02-12`.
    public let date: String

    /// The entry as a record of type `suppression`.
    public var record: JSONObject {
      [
        "type": "suppression", "id": .string(String(hash.prefix(16))), "kind": .string(kind.rawValue),
        "hash": .string(hash), "reason": .string(reason), "date": .string(date),
      ]
    }
  }

  /// The entries, first to last.
  public private(set) var entries: [Entry] = []
  /// Where the list came from, for messages.
  public let path: String
  private var places: [[UInt8]: Int] = [:]
  private let code: HMACSHA256
  private let fingerprint: String
  /// What kinds of entries there are, so that nothing is hashed in vain.
  private(set) var kinds: Set<ContactPoint.Kind> = []

  /// An empty list under `key`, 32 bytes.
  public init(path: String, key: [UInt8]) {
    self.path = path
    code = HMACSHA256(key: key)
    fingerprint = String(SHA256.hexadecimal(code.code("kith suppression list".utf8)).prefix(16))
  }

  /// Reads a list: a first line that counts and seals the rest, and a line for each entry.
  /// - Throws: `SuppressionError` when one byte of it is not as it was written, or when it was written under another key.
  public init(path: String, _ bytes: [UInt8], key: [UInt8]) throws(SuppressionError) {
    self.init(path: path, key: key)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), let head = try? Record(Array(bytes[..<end])),
      head.string("type") == "suppression_list", head.int("version") == 1
    else { throw SuppressionError("\(path): no suppression list: its first line is missing or damaged") }
    guard head.string("key") == fingerprint else {
      throw SuppressionError("\(path): written under another key than the one given")
    }
    let rest = bytes[(end + 1)...]
    let lines = rest.split(separator: UInt8(ascii: "\n"))
    guard head.int("entries") == lines.count else {
      throw SuppressionError("\(path): damaged: \(lines.count) entries where \(head.int("entries") ?? 0) were written")
    }
    guard head.string("seal") == seal(rest) else {
      throw SuppressionError("\(path): damaged: its entries were changed after it was written")
    }
    for line in lines {
      guard let record = try? Record(Array(line)), let entry = Self.entry(record) else {
        throw SuppressionError("\(path): damaged: an entry can't be read")
      }
      add(entry)
    }
  }

  private func seal(_ bytes: ArraySlice<UInt8>) -> String {
    SHA256.hexadecimal(code.code(Array("seal\u{0}".utf8) + bytes))
  }

  /// The entry that a record of type `suppression` holds; nil when it holds no hash.
  public static func entry(_ record: borrowing Record) -> Entry? {
    guard record.string("type") == "suppression", let hash = record.string("hash"), bytes(ofHexadecimal: hash) != nil,
      let kind = record.string("kind").flatMap({ ContactPoint.Kind(rawValue: $0) }), let date = record.string("date")
    else { return nil }
    return Entry(kind: kind, hash: hash, reason: record.string("reason") ?? "", date: date)
  }

  /// The whole file.
  public var bytes: [UInt8] {
    var lines: [UInt8] = []
    for entry in entries {
      entry.record.write(to: &lines)
      lines.append(UInt8(ascii: "\n"))
    }
    let head: JSONObject = [
      "type": "suppression_list", "version": 1, "key": .string(fingerprint), "entries": JSON(entries.count),
      "seal": .string(seal(lines[...])),
    ]
    var out: [UInt8] = []
    head.write(to: &out)
    return out + [UInt8(ascii: "\n")] + lines
  }

  private func hash(_ point: ContactPoint) -> [UInt8] {
    code.code("\(point.kind.rawValue)\u{0}\(point.text)".utf8)
  }

  /// Puts a contact point on the list; nil when it is there already.
  public mutating func add(_ point: ContactPoint, reason: String, date: CalendarDate) -> Entry? {
    let entry = Entry(
      kind: point.kind, hash: SHA256.hexadecimal(hash(point)), reason: reason, date: date.description)
    return add(entry) ? entry : nil
  }

  /// Lets a contact point be found as that of an entry.
  mutating func add(_ point: ContactPoint, as entry: Entry) {
    add(Entry(kind: point.kind, hash: SHA256.hexadecimal(hash(point)), reason: entry.reason, date: entry.date))
  }

  /// Takes over an entry that was hashed under the same key; false when it is there already.
  @discardableResult
  public mutating func add(_ entry: Entry) -> Bool {
    guard let hash = Self.bytes(ofHexadecimal: entry.hash), places[hash] == nil else { return false }
    places[hash] = entries.count
    entries.append(entry)
    kinds.insert(entry.kind)
    return true
  }

  /// The entry of a contact point; nil when it is not on the list.
  public func entry(_ point: ContactPoint) -> Entry? {
    guard kinds.contains(point.kind) else { return nil }
    return places[hash(point)].map { entries[$0] }
  }

  /// Whether a list's first line says that it was written under this list's key.
  public func hasKey(of head: borrowing Record) -> Bool {
    head.string("type") == "suppression_list" && head.string("key") == fingerprint
  }

  /// The 32 bytes that 64 hexadecimal digits spell; nil for other texts.
  static func bytes(ofHexadecimal text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for at in stride(from: 0, to: 64, by: 2) {
      guard let byte = UInt8(String(decoding: digits[at...at + 1], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}

/// Why a suppression list can't be used; everything stops then.
public struct SuppressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The sentence for the user.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
