/// What is wrong with a template, or with rendering it, and where.
public struct TemplateError: Error, Sendable, Equatable {
  /// The kinds of failure.
  public enum Kind: Sendable, Equatable {
    /// The template is not valid.
    case syntax
    /// A variable that the template demands is not there.
    case missing
    /// A bound on work, output or depth was reached.
    case limit
    /// A value was not what a tag or filter can work with.
    case evaluation
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The template's name.
  public var template: String
  /// The line, from 1.
  public var line: Int
  /// The column in bytes, from 1.
  public var column: Int
  /// What was found or expected; for a missing variable its name.
  public var message: String

  /// A failure at a place of a template.
  public init(kind: Kind, template: String, line: Int, column: Int, message: String) {
    self.kind = kind
    self.template = template
    self.line = line
    self.column = column
    self.message = message
  }

  /// One line: `NAME:LINE:COLUMN: what is wrong`.
  public var description: String {
    let text = kind == .missing ? "no value for \(message)" : message
    return "\(template):\(line):\(column): \(text)"
  }
}

/// What is wrong with a filter's input or argument; the renderer adds the place.
struct FilterError: Error {
  var message: String

  init(_ message: String) {
    self.message = message
  }
}

/// Where an offset lies in a text: line and column from 1, the column in bytes.
func position(of offset: Int, in source: [UInt8]) -> (line: Int, column: Int) {
  var line = 1
  var start = 0
  for index in 0..<min(max(0, offset), source.count) where source[index] == UInt8(ascii: "\n") {
    line += 1
    start = index + 1
  }
  return (line, offset - start + 1)
}
