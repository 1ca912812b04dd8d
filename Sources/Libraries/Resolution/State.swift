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

  /// `bytes` with the checksum that belongs to them: what is forged so is given away by what it says only. Bytes that are
  /// no state stay as they are.
  package static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    guard let end = bytes.firstIndex(of: 0) else { return bytes }
    let start = StateLayout.padded(end + 1)
    guard let checksum = StateIndex.checksum(MappedFile(holding: bytes), from: start) else { return bytes }
    let place = start + 8 * StateLayout.Header.checksum.rawValue
    var word = FieldWriter()
    word.word(checksum)
    return bytes[..<place] + word.bytes + bytes[(place + 8)...]
  }
}

extension ModelError {
  static let damagedState = ModelError(description: "the state is damaged: remove it, and the next run makes it anew")
}
