import JSONLines

/// A template, compiled once and rendered for any number of records.
public final class Template: Sendable {
  /// The name that errors and drafts give.
  public let name: String
  let source: [UInt8]
  let body: Body
  /// The body as steps: what is rendered.
  let program: Program
  /// The line of its file on which the template begins: behind the front matter.
  let firstLine: Int

  /// The largest template in bytes.
  public static let maximumSize = 1 << 20

  /// Compiles a template.
  /// - Parameters:
  ///   - name: how errors call it.
  ///   - source: the text, UTF-8.
  ///   - spins: whether `{Hi|Hello}` in the text is a choice.
  ///   - firstLine: the line of its file on which the text begins.
  /// - Throws: what is wrong with it, and where.
  public init(name: String, source: [UInt8], spins: Bool = false, firstLine: Int = 1) throws(TemplateError) {
    self.name = name
    self.source = source
    self.firstLine = firstLine
    guard source.count <= Self.maximumSize else {
      throw TemplateError(kind: .limit, template: name, line: 1, column: 1, message: "larger than 1 MiB")
    }
    do {
      var parser = TemplateParser(source: source, spins: spins)
      body = try parser.parse()
      program = Program(body)
    } catch {
      let (line, column) = position(of: error.offset, in: source)
      throw TemplateError(
        kind: .syntax, template: name, line: firstLine - 1 + line, column: column, message: error.message)
    }
  }

  /// Compiles a template from a string.
  public convenience init(name: String, text: String, spins: Bool = false) throws(TemplateError) {
    try self.init(name: name, source: Array(text.utf8), spins: spins)
  }

  /// Whether the template may ask for the variable of that name; true rather than false in doubt.
  public func mayAsk(for variable: String) -> Bool {
    firstRange(of: Array(variable.utf8), in: source, from: 0) != nil || source.contains(UInt8(ascii: "["))
  }

  /// Renders the template and appends the result; after an error what was written is to be thrown away.
  /// - Throws: a missing variable, a value that can't be worked with, or a bound that was reached.
  public func render(_ data: TemplateData, _ options: RenderOptions, into out: inout [UInt8]) throws(TemplateError) {
    var renderer = Renderer(template: self, data: data, options: options)
    swap(&renderer.out, &out)
    defer { swap(&renderer.out, &out) }
    renderer.start = renderer.out.count
    try renderer.run(program)
  }

  /// Renders the template with the members of a record.
  public func render(_ record: Record, _ options: RenderOptions, into out: inout [UInt8]) throws(TemplateError) {
    try render(TemplateData(record), options, into: &out)
  }

  /// Renders the template with the members of an object.
  public func render(_ object: ValueObject, _ options: RenderOptions, into out: inout [UInt8]) throws(TemplateError) {
    try render(TemplateData(object), options, into: &out)
  }
}

/// How to render.
public struct RenderOptions: Sendable {
  /// What becomes of a variable that is not there.
  public enum Missing: Sendable {
    /// The rendering fails.
    case fails
    /// It prints nothing.
    case isEmpty
  }

  /// How values are written into the text.
  public enum Escape: Sendable {
    case none
    /// `<`, `>`, `&` and quotation marks of values become references.
    case html
  }

  /// What becomes of a variable that is not there.
  public var missing = Missing.fails
  /// How values are written.
  public var escape = Escape.none
  /// The templates that `render` and `include` may use, by name.
  public var partials: [String: Template] = [:]
  /// The clock, in seconds since 1970, for `now` and `ago`.
  public var now: Int64?
  /// The id that chooses among alternatives such as `{Hi|Hello}`.
  public var choiceKey = ""
  /// Which variant to make, from 0.
  public var variant = 0

  /// The defaults: strict, nothing escaped, no partials.
  public init() {}
}
