import Learning

/// The files of learned models by the names that rules know them by: the built-in ones, and others in place of them.
public struct LearnedFiles: Sendable {
  private let files: [String: [UInt8]]
  private let needsWeights: Bool

  /// The built-in ones, and in front of them those files. Before weights of votes were learned they may be lacking.
  public init(_ files: [String: [UInt8]] = [:], needsWeights: Bool = true) {
    self.files = files
    self.needsWeights = needsWeights
  }

  /// The model of texts of that name.
  func model(_ setting: Setting) throws(RuleError) -> LogisticModel {
    let name = try setting.text()
    let bytes = try bytes(name, .classifiers, setting)
    do {
      return try LogisticModel(bytes, file: name)
    } catch {
      throw setting.error(expected: "a learned model: \(error)")
    }
  }

  /// The weights of votes of that name.
  func weights(_ setting: Setting) throws(RuleError) -> VoteWeights {
    let name = try setting.text()
    if !needsWeights, files[name] == nil, BuiltIn.file(.votes, name) == nil { return .unlearned }
    let bytes = try bytes(name, .votes, setting)
    do {
      return try VoteWeights(bytes, file: name)
    } catch {
      throw setting.error(expected: "weights of votes: \(error)")
    }
  }

  private func bytes(_ name: String, _ kind: BuiltIn.Kind, _ setting: Setting) throws(RuleError) -> [UInt8] {
    guard let bytes = files[name] ?? BuiltIn.file(kind, name) else {
      let names = Set(files.keys).union(BuiltIn.names(kind)).sorted().joined(separator: ", ")
      throw setting.error(expected: "the name of something learned (\(names)), not \"\(name)\"")
    }
    return bytes
  }
}
