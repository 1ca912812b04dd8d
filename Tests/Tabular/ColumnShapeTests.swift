import Testing

@testable import Tabular

struct ColumnShapeTests {
  @Test(arguments: [
    (["Anna Finch", "Jon Reed", "Ola Berg"], ColumnKind.text),
    (["anna@finch.example", "jon.reed@acme.example", "info@acme.example"], .email),
    (["https://acme.example/a", "www.finch.example", "http://reed.example"], .link),
    (["1956-04-19", "1980-12-01", "2001-01-31"], .date),
    (["19560419", "19801201", "20010131"], .date),
    (["19/4/1956", "1/12/1980", "31/1/2001"], .date),
    (["4.9166667", "51.4166667", "-3.25"], .number),
    (["$12.50", "$1,300.00", "$7.99"], .number),
    (["1999", "2003", "2011"], .number),
    (["+44 20 7946 0018", "(206) 780-7409", "404/659-0400"], .phone),
    (["SW1A 1AA", "EC2M 4YX", "N1 9GU"], .code),
    (["1804974", "6089216", "2214433"], .code),
    (["XR-200B", "KD-55X80", "WH1000XM4"], .code),
  ])
  func aColumnIsWhatItsValuesLookLike(_ values: [String], _ kind: ColumnKind) {
    #expect(ColumnShape.kind(of: values) == kind)
  }

  @Test func dayAndMonthAreToldApart() throws {
    #expect(try #require(ColumnShape.date("4/19/1956")) == (1956, 4, 19))
    #expect(try #require(ColumnShape.date("3.4.1956")) == (1956, 4, 3))
    #expect(ColumnShape.date("3.4.56") == nil)
    #expect(ColumnShape.date("19561399") == nil)
  }
}
