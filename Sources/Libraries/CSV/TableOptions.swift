// What is said and what is wrong of a table.
import TextEncodings

/// What the user says of a table; what is not said is found out.
public struct TableOptions: Sendable {
  /// What happens to rows that are shorter or longer than the header.
  public enum Ragged: String, Sendable, CaseIterable {
    /// They are bad rows.
    case reject
    /// Short ones get empty fields; long ones are bad.
    case pad
    /// They are kept: missing columns are absent, fields beyond the header are named by their number.
    case keep
  }

  /// Whether a quote is used.
  public enum Quoting: Sendable, Equatable {
    case found
    case off
    case byte(UInt8)
  }

  /// Between the fields.
  public var delimiter: UInt8?
  /// Around fields.
  public var quoting = Quoting.found
  /// The table was written by MySQL or MariaDB.
  public var isMySQL = false
  /// The escape, where it is not the one of the dialect.
  public var escape: Dialect.Escape?
  /// The names of the columns; the table then has no header.
  public var columns: [String]?
  /// The encoding of the text.
  public var encoding: TextEncoding?
  /// Whether text that was decoded wrongly before is put right.
  public var repairsMojibake = false
  /// What happens to ragged rows.
  public var ragged = Ragged.reject
  /// Lines that are passed over at the beginning.
  public var skippedLines = 0
  /// Columns without which a row is no header, each by its names, of which one must be there; compared by
  /// `ColumnName.folded`.
  public var requiredColumns: [[String]] = []
  /// Columns that hold bytes, not text.
  public var binaryColumns: [String] = []
  /// The longest row, in bytes.
  public var longestRow = 64 << 20
  /// How many bytes are read at once.
  public var blockSize = 256 * 1024
  /// Whether each row knows its line.
  public var tracksLines = false

  /// Nothing said.
  public init() {}
}

/// Why a table or a row of it is not read.
public struct TableError: Error, Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The column in that line, counted in bytes from 1.
  public let column: Int
  /// What is wrong, and what helps.
  public let reason: String
  /// The bytes that are passed over, when the reader can go on behind them; nil when it cannot.
  public let raw: [UInt8]?
}

/// Names of columns.
public enum ColumnName {
  /// What equal names share, whoever wrote them: their letters and digits in lower case, so that `First Name`, `first_name`
  /// and `firstName` are one. A name without any is itself.
  public static func folded(_ name: some StringProtocol) -> String {
    let kept = name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return kept.isEmpty ? name.lowercased() : String(String.UnicodeScalarView(kept)).lowercased()
  }

  /// Names for all columns: an empty one becomes `column_3`, one that was there before gets `_2` behind it.
  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    var numbers: [String: Int] = [:]
    return names.enumerated().map { index, name in
      let base = name.isEmpty ? "column_\(index + 1)" : name
      var unique = base
      while !seen.insert(unique).inserted {
        let number = numbers[base, default: 1] + 1
        numbers[base] = number
        unique = "\(base)_\(number)"
      }
      return unique
    }
  }
}
