import JSONLines

/// What the files of models and of weights of votes have in common.
enum LearnedJSON {
  /// The place of the one JSON value of a file.
  static func range(_ bytes: [UInt8], file: String) throws(ModelError) -> Range<Int> {
    do {
      return try JSONTree.range(bytes)
    } catch {
      let before = bytes.prefix(error.column - 1)
      let line = before.count { $0 == 0x0A } + 1
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      throw ModelError(description: "\(file):\(line):\(error.column - start): \(error.reason)")
    }
  }

  /// The one JSON value of a file where it is an object, else an empty one.
  static func object(_ bytes: [UInt8], file: String) throws(ModelError) -> JSONObject {
    let range = try range(bytes, file: file)
    return JSONTree.value(bytes.span.bytes, range).object ?? JSONObject()
  }

  /// The numbers of a list that has so many, all below a million: with those that are not, judging would give no numbers.
  static func numbers(_ json: JSON?, _ count: Int) -> [Float]? {
    let numbers = (json?.array ?? []).compactMap(\.double).filter { abs($0) < 1e6 }.map { Float($0) }
    return numbers.count == count && json?.array?.count == count ? numbers : nil
  }

  /// The shortest spelling that comes back as the same number.
  static func number(_ value: Float) -> JSON { .number(value == 0 ? "0" : "\(value)") }
}
