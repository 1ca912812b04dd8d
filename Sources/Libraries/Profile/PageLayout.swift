// One generation of LinkedIn's markup as a table of XPath expressions.
import CPageLayouts
import JSONLines
import WebPage

/// Where a generation of pages shows each value. The tables are JSON files; a class test may be written `has(name)`.
///
/// Each value has a list of expressions: the first that finds a text wins.
public struct PageLayout {
  /// A repeated part of the page, such as positions or schools.
  public struct Section {
    /// One node for each entry.
    public let each: XPath
    /// The values of one entry, relative to its node.
    public let values: [String: [XPath]]
  }

  /// The layout's name, such as `public_2015`.
  public let name: String
  /// The part of the page that shows the person; a page without it is of another generation.
  public let top: XPath
  /// The values that a page has once, relative to the top.
  public let values: [String: [XPath]]
  /// The positions.
  public let positions: Section?
  /// The schools.
  public let education: Section?
  /// Holds when the page shows only some of the positions.
  public let morePositions: XPath?

  /// Reads a table. Its expressions are compiled when a page needs them; `check` does so at once.
  public init(_ json: JSON) throws(LayoutError) {
    guard let object = json.object, let name = json["layout"]?.string, let top = json["top"]?.string else {
      throw LayoutError("a layout needs the members layout and top")
    }
    self.name = name
    self.top = Self.expression(top)
    positions = try json["positions"].map { json throws(LayoutError) in try Self.section(json, name) }
    education = try json["education"].map { json throws(LayoutError) in try Self.section(json, name) }
    morePositions = json["more_positions"]?.string.map(Self.expression)
    values = try Self.lists(object, name)
  }

  private static func section(_ json: JSON, _ layout: String) throws(LayoutError) -> Section {
    guard let object = json.object, let each = json["each"]?.string else {
      throw LayoutError("\(layout): a repeated part needs the member each")
    }
    return Section(each: expression(each), values: try lists(object, layout))
  }

  private static func lists(_ object: JSONObject, _ layout: String) throws(LayoutError) -> [String: [XPath]] {
    var lists: [String: [XPath]] = [:]
    for (key, value) in object.members {
      guard let expressions = value.array else { continue }
      lists[key] = try expressions.map { json throws(LayoutError) in
        guard let text = json.string else { throw LayoutError("\(layout).\(key): expected a list of XPath texts") }
        return expression(text)
      }
    }
    return lists
  }

  /// Throws at the first expression that is no XPath.
  public func check() throws(LayoutError) {
    var all: [(String, XPath)] = [("top", top)] + (morePositions.map { [("more_positions", $0)] } ?? [])
    all += values.flatMap { key, paths in paths.map { (key, $0) } }
    for (part, section) in [("positions", positions), ("education", education)] {
      guard let section else { continue }
      all.append(("\(part).each", section.each))
      all += section.values.flatMap { key, paths in paths.map { ("\(part).\(key)", $0) } }
    }
    if let (key, path) = all.first(where: { !$0.1.isValid }) {
      throw LayoutError("\(name).\(key): \(WebPageError.badXPath(path.written))")
    }
  }

  /// An embedded table. Its bytes live as long as the program, so the buffer may be read here.
  static func json(_ table: UnsafePointer<kith_page_layout>) throws(LayoutError) -> JSON {
    let bytes = Array(UnsafeBufferPointer(start: table.pointee.bytes, count: table.pointee.count))
    do throws(JSONError) {
      return try JSON(parsing: bytes)
    } catch {
      throw LayoutError("\(String(cString: table.pointee.name)): \(error.reason)")
    }
  }

  /// An expression of a table, in which a class test may be written `has(name)`.
  static func expression(_ text: String) -> XPath { XPath(written: text, expand: expanded) }

  /// `has(name)` with its name in quotes, as XPath wants it.
  static func expanded(_ text: String) -> String {
    let (bytes, test) = (Array(text.utf8), Array("has(".utf8))
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at...].starts(with: test) else {
        result.append(bytes[at])
        at += 1
        continue
      }
      at += test.count
      result += test
      let name = bytes[at...].prefix { $0 != UInt8(ascii: ")") }
      guard name.endIndex < bytes.count, !name.contains(UInt8(ascii: "(")), name.first != UInt8(ascii: "'") else {
        continue
      }
      result += [UInt8(ascii: "'")] + name + [UInt8(ascii: "'")]
      at = name.endIndex
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// What is wrong with a table of layouts.
public struct LayoutError: Error, CustomStringConvertible {
  /// One line for people.
  public let description: String

  init(_ description: String) { self.description = description }
}
