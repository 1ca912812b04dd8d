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

  /// Reads a table.
  public init(_ json: JSON) throws(LayoutError) {
    guard let object = json.object, let name = json["layout"]?.string, let top = json["top"]?.string else {
      throw LayoutError("a layout needs the members layout and top")
    }
    self.name = name
    self.top = try Self.compiled(top, name)
    positions = try json["positions"].map { json throws(LayoutError) in try Self.section(json, name) }
    education = try json["education"].map { json throws(LayoutError) in try Self.section(json, name) }
    morePositions = try json["more_positions"]?.string.map { text throws(LayoutError) in try Self.compiled(text, name) }
    values = try Self.lists(object, name)
  }

  private static func section(_ json: JSON, _ layout: String) throws(LayoutError) -> Section {
    guard let object = json.object, let each = json["each"]?.string else {
      throw LayoutError("\(layout): a repeated part needs the member each")
    }
    return Section(each: try compiled(each, layout), values: try lists(object, layout))
  }

  private static func lists(_ object: JSONObject, _ layout: String) throws(LayoutError) -> [String: [XPath]] {
    var lists: [String: [XPath]] = [:]
    for (key, value) in object.members {
      guard let expressions = value.array else { continue }
      lists[key] = try expressions.map { json throws(LayoutError) in
        guard let text = json.string else { throw LayoutError("\(layout).\(key): expected a list of XPath texts") }
        return try compiled(text, "\(layout).\(key)")
      }
    }
    return lists
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

  static func compiled(_ text: String, _ place: String) throws(LayoutError) -> XPath {
    do throws(WebPageError) {
      return try XPath(expanded(text), written: text)
    } catch {
      throw LayoutError("\(place): \(error)")
    }
  }

  /// `has(name)` with its name in quotes, as XPath wants it.
  static func expanded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "has(") {
      result += rest[..<start.upperBound]
      rest = rest[start.upperBound...]
      let name = rest.prefix { $0 != ")" }
      guard name.endIndex < rest.endIndex, !name.contains("("), !name.hasPrefix("'") else { continue }
      result += "'\(name)'"
      rest = rest[name.endIndex...]
    }
    return result + rest
  }
}

/// What is wrong with a table of layouts.
public struct LayoutError: Error, CustomStringConvertible {
  /// One line for people.
  public let description: String

  init(_ description: String) { self.description = description }
}

extension Substring {
  /// The first occurrence of an ASCII text.
  func firstRange(of needle: String) -> Range<Substring.Index>? {
    var start = utf8.startIndex
    while start < utf8.endIndex {
      if self[start...].utf8.starts(with: needle.utf8) {
        return start..<utf8.index(start, offsetBy: needle.utf8.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
