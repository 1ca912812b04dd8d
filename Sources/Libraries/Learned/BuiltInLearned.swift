import CLearnedData
import Rules

/// The learned models and weights of votes that are embedded in the program.
public enum BuiltInLearned {
  /// The names, sorted.
  public static var names: [String] { files.map(\.name) }

  /// The bytes of the file of that name.
  public static func file(_ name: String) -> [UInt8]? {
    files.first { $0.name == name }.map { Array($0.bytes) }
  }

  private static var files: [(name: String, bytes: UnsafeBufferPointer<UInt8>)] {
    (0...).lazy.map(kith_learned_file).prefix { $0.name != nil }.map { file in
      // Sound: name and bytes are constants of the program, and the size is theirs.
      (String(cString: file.name), UnsafeBufferPointer(start: file.bytes, count: file.size))
    }
  }
}

extension LearnedFiles {
  /// The built-in files, and in front of them those. Before weights of votes were learned they may be lacking.
  public static func builtIn(_ others: [String: [UInt8]] = [:], needsWeights: Bool = true) -> LearnedFiles {
    LearnedFiles(names: BuiltInLearned.names + others.keys, needsWeights: needsWeights) {
      others[$0] ?? BuiltInLearned.file($0)
    }
  }
}
