import CJudgementData

/// The rule and model files that are embedded in the program.
public enum BuiltIn {
  /// What is embedded.
  public enum Kind: Sendable {
    /// Rule files, kith-rules(5).
    case rules
    /// Score models, kith-models(5).
    case models
  }

  /// The names, sorted.
  public static func names(_ kind: Kind) -> [String] { Array(files(kind)).map(\.name) }

  /// The bytes of the file of that name.
  public static func file(_ kind: Kind, _ name: String) -> [UInt8]? {
    files(kind).first { $0.name == name }.map { Array($0.bytes) }
  }

  private static func files(_ kind: Kind) -> some Sequence<(name: String, bytes: UnsafeBufferPointer<UInt8>)> {
    sequence(state: 0) { index in
      defer { index += 1 }
      return entry(kind, index)
    }
  }

  private static func entry(_ kind: Kind, _ index: Int) -> (name: String, bytes: UnsafeBufferPointer<UInt8>)? {
    let file =
      switch kind {
      case .rules: kith_rule_file(index)
      case .models: kith_model_file(index)
      }
    guard let name = file.name else { return nil }
    // Sound: name and bytes are constants of the program, and the size is theirs.
    return (String(cString: name), UnsafeBufferPointer(start: file.bytes, count: file.size))
  }
}
