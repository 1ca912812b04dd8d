/// What the name of an exported file says of the chat.
public enum ChatName {
  /// The name of the chat: the person, or the group; nil when the file's name does not tell.
  public static func of(path: String) -> String? {
    let parts = path.split(separator: "/")
    guard var name = parts.last.map(String.init) else { return nil }
    if let dot = name.lastIndex(of: "."), dot > name.startIndex { name = String(name[..<dot]) }
    if name == "_chat", parts.count > 1 {
      name = String(parts[parts.count - 2])
      if name.lowercased().hasSuffix(".zip") { name.removeLast(4) }
    }
    for prefix in ChatPhrases.fileNames where name.hasPrefix(prefix) {
      return withoutNumber(ChatContent.trimmed(name[prefix.endIndex...]))
    }
    let bare = withoutNumber(name) ?? name
    for ending in ChatPhrases.fileNameEndings where bare.hasSuffix(ending) {
      return ChatContent.trimmed(bare.dropLast(ending.count))
    }
    return nil
  }

  /// Without the ` (2)` that a browser adds to a second download.
  private static func withoutNumber(_ name: String) -> String? {
    var name = name
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      let inner = name[name.index(after: open)...].dropLast()
      if !inner.isEmpty, inner.count <= 2, inner.allSatisfy(\.isNumber) { name = ChatContent.trimmed(name[..<open]) }
    }
    return name.isEmpty ? nil : name
  }
}
