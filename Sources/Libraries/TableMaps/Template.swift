// Text made from columns: "crm:company:{client_id}".
import CSV

/// A text with columns in braces. It has a value only when all its columns have one; `{name?}` may be empty.
struct Template: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case column(ColumnReference, isOptional: Bool, conversion: Conversion?)
  }

  private var pieces: [Piece] = []

  /// Reads `text`; `{column|conversion}` converts the column first.
  init(_ text: String, columns: inout ColumnTable, place: String) throws(MapError) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw MapError(place: place, reason: "'{' without '}' in \"\(text)\"")
      }
      let inner = rest[rest.index(after: open)..<close]
      pieces.append(try Self.column(inner, &columns, place))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
  }

  private static func column(
    _ inner: Substring, _ columns: inout ColumnTable, _ place: String
  ) throws(MapError) -> Piece {
    let parts = inner.split(separator: "|", maxSplits: 1).map(String.init)
    guard var name = parts.first else { throw MapError(place: place, reason: "'{}' names no column") }
    let isOptional = name.hasSuffix("?")
    if isOptional { name.removeLast() }
    var conversion: Conversion?
    if parts.count == 2 {
      guard let known = Conversion(rawValue: parts[1]) else {
        throw MapError(place: place, reason: "unknown conversion '\(parts[1])'")
      }
      conversion = known
    }
    return .column(columns.reference(name), isOptional: isOptional, conversion: conversion)
  }

  /// The text for a row, nil when a column that it needs is empty, or when all of it is.
  func text(_ row: RowValues) -> String? {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let literal): text += literal
      case .column(let column, let isOptional, let conversion):
        var value = row.text(column)
        if let given = value, let conversion { value = conversion.text(given, row) }
        if value == nil, !isOptional { return nil }
        text += value ?? ""
      }
    }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}
