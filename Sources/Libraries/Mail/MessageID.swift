/// Message ids, mended: without brackets and without the white space that folding put into them.
enum MessageID {
  /// No reference list is longer than this.
  static let limit = 2_000

  /// All ids of a header's value, in order, each once.
  static func all(_ value: ArraySlice<UInt8>) -> [String] {
    var ids: [String] = []
    var i = value.startIndex
    while i < value.endIndex, ids.count < limit {
      guard value[i] == 0x3C else {
        i += 1
        continue
      }
      let stop = value[(i + 1)...].firstIndex { $0 == 0x3E || $0 == 0x3C } ?? value.endIndex
      append(value[(i + 1)..<stop], to: &ids)
      i = stop
    }
    if ids.isEmpty {
      for word in value.split(whereSeparator: ASCII.isSpace).prefix(limit) where word.contains(0x40) {
        append(word, to: &ids)
      }
    }
    return ids
  }

  /// The one id of a Message-ID header, also without brackets.
  static func single(_ value: ArraySlice<UInt8>) -> String? {
    if let id = all(value).first { return id }
    var ids: [String] = []
    append(value, to: &ids)
    return ids.first
  }

  /// The id that an In-Reply-To header names. Old programs write the sender's address and the date before it, so the
  /// last one in brackets counts; without brackets only a word that stands alone does.
  static func answered(_ value: ArraySlice<UInt8>) -> String? {
    if value.contains(0x3C) { return all(value).last }
    return value.split(whereSeparator: ASCII.isSpace).count == 1 ? all(value).first : nil
  }

  private static func append(_ raw: ArraySlice<UInt8>, to ids: inout [String]) {
    let clean = raw.filter { $0 > 0x20 && $0 != 0x7F && $0 != 0x3C && $0 != 0x3E }.prefix(998)
    guard !clean.isEmpty else { return }
    let id = clean.text
    if ids.last != id, ids.count > 50 || !ids.contains(id) { ids.append(id) }
  }
}
