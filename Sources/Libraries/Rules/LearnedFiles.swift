import Learning

/// The files of learned models and of weights of votes, by the names that rules know them by.
public struct LearnedFiles: Sendable {
  private let names: [String]
  private let needsWeights: Bool
  private let file: @Sendable (String) -> [UInt8]?

  /// Files of those names, each fetched when it is asked for. Before weights of votes were learned they may be lacking.
  public init(
    names: some Sequence<String>, needsWeights: Bool = true, file: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.names = Set(names).sorted()
    self.needsWeights = needsWeights
    self.file = file
  }

  /// Those files.
  public init(_ files: [String: [UInt8]] = [:]) { self.init(names: files.keys) { files[$0] } }

  /// The model of texts of that name.
  func model(_ setting: Setting) throws(RuleError) -> LogisticModel {
    let name = try setting.text()
    let bytes = try bytes(name, setting)
    do {
      return try LogisticModel(bytes, file: name)
    } catch {
      throw setting.error(expected: "a learned model: \(error)")
    }
  }

  /// The weights of votes of that name.
  func weights(_ setting: Setting) throws(RuleError) -> VoteWeights {
    let name = try setting.text()
    if !needsWeights, file(name) == nil { return .unlearned }
    let bytes = try bytes(name, setting)
    do {
      return try VoteWeights(bytes, file: name)
    } catch {
      throw setting.error(expected: "weights of votes: \(error)")
    }
  }

  private func bytes(_ name: String, _ setting: Setting) throws(RuleError) -> [UInt8] {
    guard let bytes = file(name) else {
      let known = names.isEmpty ? "there is none" : names.joined(separator: ", ")
      throw setting.error(expected: "the name of something learned (\(known)), not \"\(name)\"")
    }
    return bytes
  }
}
