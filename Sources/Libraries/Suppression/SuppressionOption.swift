// The option --suppress, the same in every filter that writes what goes out.
import Bytes
import Command

extension Option {
  /// `--suppress FILE`: the list of those who must not be written to.
  public static let suppress = Option(
    "suppress", argument: "FILE", help: "leave out whoever is on this suppression list, kith-suppression(5)")
  /// `--suppress-key FILE`: the key of the list.
  public static let suppressKey = Option(
    "suppress-key", argument: "FILE", help: "the list's key (default: beside the list, ending in .key)")
}

extension Option {
  /// `--people FILE`: who is who, so that somebody on the list is known by all that is known of them.
  public static let suppressPeople = Option(
    "people", argument: "FILE", repeats: true, help: "person records: know the listed by all their traces (repeatable)")
}

/// Lists and keys as files.
public enum SuppressionFile {
  /// The key that lies beside a list: `suppression.jsonl` has `suppression.key`.
  public static func keyPath(of list: String) -> String {
    (list.hasSuffix(".jsonl") ? String(list.dropLast(6)) : list) + ".key"
  }

  /// The key in a file: 64 hexadecimal digits.
  public static func key(_ path: String, _ run: Run) throws -> [UInt8] {
    let bytes = try read(path, "the key of the suppression list is missing", run)
    let text = String(decoding: bytes.filter { $0 > 0x20 }, as: UTF8.self)
    guard let key = SuppressionList.bytes(ofHexadecimal: text) else {
      throw Failure(.configuration, "\(path): no key: 64 hexadecimal digits are needed")
    }
    return key
  }

  /// The list in a file. Whatever keeps it from being read whole stops the run, so that nobody on it slips through.
  public static func list(_ path: String, keyFile: String?, _ run: Run) throws -> SuppressionList {
    let bytes = try read(path, "the suppression list is missing", run)
    let key = try key(keyFile ?? keyPath(of: path), run)
    do throws(SuppressionError) {
      return try SuppressionList(path: path, bytes, key: key)
    } catch {
      throw Failure(.configuration, error.description)
    }
  }

  private static func read(_ path: String, _ complaint: String, _ run: Run) throws -> [UInt8] {
    do {
      return try run.readFile(path, limit: 1 << 30)
    } catch let error as SystemError {
      throw Failure(.configuration, "\(error.subject): \(error.reason): \(complaint)")
    }
  }
}

extension Run {
  /// A gate with this list, and all that the files of `--people` tell of those on it.
  public func suppressionGate(_ list: SuppressionList) throws -> SuppressionGate {
    var gate = SuppressionGate(list, region: value("region"))
    for path in values("people") { try readRecords(file: path) { gate.learn($0) } }
    return gate
  }

  /// The gate that `--suppress` asks for; nil when it does not. A list that can't be read whole ends the run with 78.
  public func suppressionGate() throws -> SuppressionGate? {
    guard let path = value("suppress") else { return nil }
    let list = try SuppressionFile.list(path, keyFile: value("suppress-key"), self)
    return try suppressionGate(list)
  }
}
