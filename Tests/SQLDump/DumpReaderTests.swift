import Testing

@testable import SQLDump

struct DumpReaderTests {
  /// What a dump holds that arrives in pieces of `size` bytes: `table: value|value` a row, `line:column: reason` a fault.
  private func items(_ text: String, pieces size: Int = 1 << 20, limit: Int = 1000) throws -> [String] {
    var rest = Array(text.utf8)[...]
    var reader = DumpReader(limit: limit) { buffer, count in
      let piece = rest.prefix(min(count, size))
      buffer.append(contentsOf: piece)
      rest = rest.dropFirst(piece.count)
      return piece.count
    }
    var items: [String] = []
    while let item = try reader.next() {
      switch item {
      case .row(let table, let row):
        let values = row.values.map { $0.map { String(decoding: $0, as: UTF8.self) } ?? "NULL" }
        items.append("\(table.name): " + values.joined(separator: "|"))
      case .fault(let error): items.append("\(error.line):\(error.column): \(error.reason)")
      }
    }
    return items
  }

  private static let dump = #"""
    -- MariaDB dump 10.19
    /*!40101 SET NAMES utf8mb4 */;
    CREATE TABLE `clients` (
      `id` int(11) NOT NULL AUTO_INCREMENT COMMENT 'the key, (always)',
      `company name` varchar(20) DEFAULT 'a,b',
      PRIMARY KEY (`id`), UNIQUE KEY `n` (`company name`(5))
    ) ENGINE=InnoDB;
    INSERT INTO `clients` VALUES (1,'O\'Neil \\ Co\n'),(2,NULL);
    INSERT INTO `clients` (`company name`, `id`) VALUES ('it''s; here',3);

    """#

  @Test(arguments: [1, 2, 3, 7, 1000])
  func rowsComeInOrderHoweverTheFileIsCut(_ size: Int) throws {
    #expect(
      try items(Self.dump, pieces: size) == ["clients: 1|O'Neil \\ Co\n", "clients: 2|NULL", "clients: it's; here|3"])
  }

  @Test func valuesAreReadAsMySQLWritesThem() throws {
    let values = #"0x4D, X'4e', _binary 'a\0b', _utf8mb4'ü', -1.50, 1e-3, TRUE, NOW(), 'a' , "b""c", '\%\_\q', b'1'"#
    #expect(
      try items("INSERT INTO t VALUES (\(values));") == ["t: M|N|a\0b|ü|-1.50|1e-3|TRUE|NOW()|a|b\"c|\\%\\_q|1"])
  }

  @Test func backslashesAreTextInDumpsOfSQLite() throws {
    #expect(try items("PRAGMA foreign_keys=OFF;\nINSERT INTO t VALUES('a\\');") == ["t: a\\"])
  }

  @Test func keysCarryTheirMeaning() throws {
    var rest = Array(
      """
      CREATE TABLE companies (id int PRIMARY KEY, name text);
      CREATE TABLE spocs (id int, firm int, boss int REFERENCES people(nr), PRIMARY KEY (id),
        CONSTRAINT f FOREIGN KEY (firm) REFERENCES companies (id) ON DELETE CASCADE);
      INSERT INTO spocs VALUES (1,2,3);
      """.utf8)
    var reader = DumpReader(limit: 100) { buffer, _ in
      buffer.append(contentsOf: rest)
      defer { rest = [] }
      return rest.count
    }
    guard case .row(let table, let row)? = try reader.next() else {
      Issue.record("no row")
      return
    }
    #expect(table.columns == ["id", "firm", "boss"])
    #expect(table.aliases == [["spoc_id"], ["company_id"], ["nr"]])
    #expect(row.line == 4)
  }

  @Test func triggersAndOtherStatementsAreNoRows() throws {
    let text = """
      LOCK TABLES t WRITE;
      DELIMITER ;;
      CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN INSERT INTO log VALUES ('no'); END ;;
      DELIMITER ;
      INSERT INTO t SELECT * FROM u; # VALUES (1);
      INSERT IGNORE INTO `shop`.`t` VALUES /* why */ (1);
      """
    #expect(try items(text) == ["t: 1"])
  }

  @Test func aBadStatementIsToldWithItsPlaceAndTheNextOneIsRead() throws {
    let text =
      "CREATE TABLE t (a int, b int);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1,2), (3;\nINSERT INTO t VALUES (4,5);"
    #expect(
      try items(text) == [
        "2:25: row has 1 values, the table 't' 2 columns", "t: 1|2", "3:31: expected ')'", "t: 4|5",
      ])
  }

  @Test func aTextThatIsNotClosedOrTooLongIsTold() throws {
    #expect(try items("INSERT INTO t VALUES ('open").last?.hasPrefix("1:23: a quote is opened here") ?? false)
    let long = "INSERT INTO t VALUES ('\(String(repeating: "x", count: 2000))');\nINSERT INTO t VALUES (1);"
    let found = try items(long)
    #expect(found.first?.contains("text longer than 1000 bytes") ?? false)
    #expect(found.last == "t: 1")
  }

  @Test func onlyDumpsLookLikeDumps() {
    #expect(DumpReader.begins(Array(Self.dump.utf8)))
    #expect(DumpReader.begins(Array("\u{FEFF}-- phpMyAdmin SQL Dump\n".utf8)))
    #expect(!DumpReader.begins(Array("-- a comment, b\n1,2\n".utf8)))
    #expect(!DumpReader.begins(Array("insert,into\n".utf8)))
  }
}
