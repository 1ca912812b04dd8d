/// Why a page could not be read.
public enum WebPageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The page has more bytes than the limit that is given.
  case tooLarge(bytes: Int, limit: Int)
  /// The page has more elements than the limit that is given.
  case tooManyElements(limit: Int)
  /// All tags together have more attributes than the limit that is given.
  case tooManyAttributesInAll(limit: Int)
  /// A tag that starts at this byte has more attributes than any real page.
  case tooManyAttributes(offset: Int, limit: Int)
  /// Elements are nested deeper than any real page nests them.
  case tooDeep
  /// One text is longer than libxml2 takes.
  case textTooLong
  /// The page declares entities of its own, as no saved page does.
  case declaresEntities(offset: Int)
  /// No element was found.
  case empty
  /// The parts of an MHTML file hold no page.
  case noPageInArchive
  /// An expression is no XPath.
  case badXPath(String)

  /// One line for people.
  public var description: String {
    switch self {
    case .tooLarge(let bytes, let limit): "page of \(bytes) bytes is larger than \(limit)"
    case .tooManyElements(let limit): "page has more than \(limit) elements"
    case .tooManyAttributesInAll(let limit): "page has more than \(limit) attributes"
    case .tooManyAttributes(let offset, let limit): "tag at byte \(offset) has more than \(limit) attributes"
    case .tooDeep: "elements are nested more than 256 deep"
    case .textTooLong: "one text is longer than 10,000,000 bytes"
    case .declaresEntities(let offset): "page declares entities at byte \(offset)"
    case .empty: "page holds no element"
    case .noPageInArchive: "no text/html part in this MHTML file"
    case .badXPath(let expression): "not an XPath expression: \(expression)"
    }
  }
}

/// What a page may cost; hostile pages end in an error, never in a long wait.
public struct PageLimits: Sendable {
  /// Most bytes of a page.
  public var bytes = 50_000_000
  /// Most elements of a page; a saved profile has 5,000 to 20,000.
  public var elements = 500_000
  /// Most attributes of all tags together.
  public var attributesInAll = 2_000_000
  /// Most attributes of one tag (libxml2 compares each with each).
  public var attributes = 256
  /// Most steps that one XPath evaluation may take.
  public var steps: UInt = 100_000_000

  /// The limits for pages of unknown origin.
  public init() {}
}
