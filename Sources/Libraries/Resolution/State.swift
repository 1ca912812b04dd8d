import Bytes

/// What a run keeps for the next one: the model, and what the golden records are compared by.
public struct State: Sendable {
  /// The model as text, see `ModelFile`.
  public let model: [UInt8]
  /// What is kept of the golden records; nil when nothing is, or another version wrote it.
  let index: StateIndex?

  /// Whether new records can be matched without reading all golden ones: not when another version has written the state,
  /// or when the options' model compares other columns.
  public func knowsRecords(_ options: MatchingOptions) -> Bool {
    guard let index, let model = options.model else { return false }
    return index.reading == model.reading(options)
  }

  /// The state in `file`.
  public init(_ file: MappedFile) throws(ModelError) {
    let end = file.withSpan { $0.firstOffset(of: 0, in: 0..<$0.byteCount) }
    model = file.withSpan { $0.array(0..<(end ?? $0.byteCount)) }
    do {
      index = try end.flatMap { (end) throws(DamagedFields) in
        try StateIndex(file, from: StateLayout.padded(end + 1))
      }
    } catch {
      throw ModelError.damagedState
    }
  }
}

extension ModelError {
  static let damagedState = ModelError(description: "the state is damaged: remove it, and the next run makes it anew")
}
