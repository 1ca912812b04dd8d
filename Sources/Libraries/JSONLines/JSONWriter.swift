// Writing JSON text straight into bytes, for filters that make many records.
import Bytes

/// Appends JSON text to a buffer; commas are its business, balance is the caller's.
///
///     var writer = JSONWriter()
///     writer.beginObject()
///     writer.member("type", "person")
///     writer.key("emails"); writer.strings(["a@kestrel.example"])
///     writer.endObject()
public struct JSONWriter: Sendable {
  /// The text so far.
  public var bytes: [UInt8]
  private var needsComma = false

  /// A writer that adds to `bytes`.
  public init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
    self.bytes.reserveCapacity(512)
  }

  /// Empties the buffer and keeps its room.
  public mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Opens an object.
  public mutating func beginObject() { open(UInt8(ascii: "{")) }
  /// Closes an object.
  public mutating func endObject() { close(UInt8(ascii: "}")) }
  /// Opens an array.
  public mutating func beginArray() { open(UInt8(ascii: "[")) }
  /// Closes an array.
  public mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Ends a record: a line feed, and the next value starts afresh.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes a member's name; the value comes next.
  @_disfavoredOverload
  public mutating func key(_ name: String) {
    JSONText.encode(name, into: &bytes, before: needsComma ? UInt8(ascii: ",") : nil, after: UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a member's name that the program knows, which needs no escape.
  public mutating func key(_ name: StaticString) {
    let needsComma = needsComma
    bytes.append(addingCapacity: name.utf8CodeUnitCount + 4) { $0.append(key: name, comma: needsComma) }
    self.needsComma = false
  }

  /// Writes a member's name that is ready as JSON text, such as `"name":`.
  public mutating func key(encoded json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = false
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    JSONText.encode(text, into: &bytes, before: needsComma ? UInt8(ascii: ",") : nil, after: nil)
    needsComma = true
  }

  /// Writes UTF-8 bytes as a string; what is not well-formed becomes U+FFFD.
  public mutating func string(utf8 text: RawSpan, _ range: Range<Int>) {
    separate()
    JSONText.encode(text, range, into: &bytes)
    needsComma = true
  }

  /// Writes UTF-8 bytes as a string; what is not well-formed becomes U+FFFD.
  public mutating func string(utf8 text: [UInt8]) {
    string(utf8: text.span.bytes, 0..<text.count)
  }

  /// Writes an integer.
  public mutating func number(_ value: Int) {
    separate()
    bytes.append(addingCapacity: 20) { $0.append(decimal: value) }
    needsComma = true
  }
  /// Writes a boolean.
  public mutating func bool(_ value: Bool) { raw((value ? "true" : "false").utf8) }
  /// Writes null.
  public mutating func null() { raw("null".utf8) }
  /// Writes a decoded value.
  public mutating func value(_ json: JSON) {
    separate()
    json.write(to: &bytes)
    needsComma = true
  }
  /// Writes text that is valid JSON already.
  public mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }
  /// The same of an array: no other module can specialise the general form.
  public mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }
  /// The same of a string's bytes.
  public mutating func raw(_ json: String.UTF8View) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }
  /// Writes an array of strings.
  public mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Writes a member with a string; nil and the empty string write nothing.
  public mutating func member(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    JSONText.encode(member: name, text, comma: needsComma, into: &bytes)
    needsComma = true
  }

  /// Writes a member with an integer; nil writes nothing.
  public mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    let needsComma = needsComma
    bytes.append(addingCapacity: name.utf8CodeUnitCount + 24) { output in
      output.append(key: name, comma: needsComma)
      output.append(decimal: value)
    }
    self.needsComma = true
  }

  /// Writes a member with a value that is valid JSON already.
  public mutating func member(_ name: StaticString, raw json: [UInt8]) {
    let needsComma = needsComma
    bytes.append(addingCapacity: name.utf8CodeUnitCount + 4 + json.count) { output in
      output.append(key: name, comma: needsComma)
      output.append(json.span.bytes, 0..<json.count)
    }
    self.needsComma = true
  }

  /// Writes a member with a list of strings, empty or not.
  public mutating func member(_ name: StaticString, _ texts: [String]) {
    key(name)
    strings(texts)
  }

  /// The same with a name that is not known before the run.
  @_disfavoredOverload
  public mutating func member(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    key(name)
    string(text)
  }

  /// The same with a name that is not known before the run.
  @_disfavoredOverload
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    strings(texts)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}
