import JSONLines

/// A template, compiled once and rendered for any number of records.
public struct Template: Sendable {
  /// The name that errors and drafts give.
  public let name: String
  let source: [UInt8]
  let body: Body
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
    } catch {
      let (line, column) = position(of: error.offset, in: source)
      throw TemplateError(
        kind: .syntax, template: name, line: firstLine - 1 + line, column: column, message: error.message)
    }
  }

  /// Compiles a template from a string.
  public init(name: String, text: String, spins: Bool = false) throws(TemplateError) {
    try self.init(name: name, source: Array(text.utf8), spins: spins)
  }

  /// Renders the template and appends the result; after an error what was written is to be thrown away.
  /// - Throws: a missing variable, a value that can't be worked with, or a bound that was reached.
  public func render(_ data: some TemplateData, _ options: RenderOptions, into out: inout [UInt8]) throws(TemplateError)
  {
    var renderer = Renderer(template: self, data: data, options: options)
    swap(&renderer.out, &out)
    defer { swap(&renderer.out, &out) }
    renderer.start = renderer.out.count
    try renderer.render(body)
  }
}

/// Where a template's variables come from.
public protocol TemplateData {
  /// The value of a variable, `.undefined` when there is none.
  func value(_ name: String) -> Value
  /// The value at a path of members that begins with `root`, for sources that find it without decoding what is around it; nil when there is
  /// none, or when the source leaves the way there to the renderer.
  func value(at path: JSONPath, of root: String) -> Value?
  /// Appends the text of the value at a path, for sources that can do so without making a value of it; false, and
  /// nothing appended, when there is none, when it is blank, or when the source leaves it to the renderer.
  func write(_ path: JSONPath, of root: String, to out: inout [UInt8]) -> Bool
}

extension TemplateData {
  public func value(at path: JSONPath, of root: String) -> Value? { nil }
  public func write(_ path: JSONPath, of root: String, to out: inout [UInt8]) -> Bool { false }
}

extension ValueObject: TemplateData {
  public func value(_ name: String) -> Value {
    self[name] ?? .undefined
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
