import JSONLines

/// Where in which file a message lies.
public struct MessageSource: Sendable {
  /// The path as given.
  public var file: String
  /// The first byte of the message in the file.
  public var offset: Int
  /// How many bytes it takes there.
  public var bytes: Int

  /// A place in a file.
  public init(file: String, offset: Int, bytes: Int) {
    self.file = file
    self.offset = offset
    self.bytes = bytes
  }

  func write(to writer: inout JSONWriter) {
    writer.key("source")
    writer.beginObject()
    writer.member("file", file)
    writer.member("offset", offset)
    writer.member("bytes", bytes)
    writer.member("kind", "mail")
    writer.member("priority", "high")
    writer.endObject()
  }
}
