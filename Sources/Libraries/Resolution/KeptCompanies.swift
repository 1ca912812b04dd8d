import Bytes
import JSONLines
import Matching

/// Companies.
struct KeptCompanies: KeptKind {
  /// What is counted of companies: their names without spaces, and the words of these.
  private enum Counted: Int, CaseIterable {
    case name, word
  }

  private var reader = CompanyReader()
  let reading: UInt64

  init(_ model: ModelFile, _ options: MatchingOptions) {
    reading = model.reading(options)
  }

  var tables: Int { Counted.allCases.count }

  func limits(records: Int) -> BlockLimits { CompanyModel.limits }

  mutating func read(_ record: Record) -> CompanyFeatures { reader.read(record) }

  func encode(_ features: CompanyFeatures, to fields: inout FieldWriter) { features.encode(to: &fields) }

  mutating func decode(_ fields: inout FieldReader, _ span: RawSpan) throws(DamagedFields) -> CompanyFeatures {
    try CompanyFeatures(&fields, span, &reader)
  }

  func features(_ record: Int, of model: CompanyModel) -> CompanyFeatures { model.records[record] }

  func keys(of features: CompanyFeatures) -> [BlockingKey] { CompanyModel.keys(of: features) }

  func forEachCounted(_ features: CompanyFeatures, _ body: (Int, UInt64, (() -> [UInt64])?) -> Void) {
    for name in features.names {
      body(Counted.name.rawValue, ContentHash.of(name.compact), nil)
      for word in Set(name.words) { body(Counted.word.rawValue, ContentHash.of(word), nil) }
    }
  }

  mutating func model(
    _ count: Int, among all: AllRecords,
    _ features: (Int, inout KeptCompanies) throws(DamagedFields) -> CompanyFeatures
  ) throws(DamagedFields) -> CompanyModel {
    var companies: [CompanyFeatures] = []
    for number in 0..<count { companies.append(try features(number, &self)) }
    var words: [[UInt8]: Int] = [:]
    for word in companies.lazy.flatMap({ $0.names.lazy.flatMap(\.words) }) where words[word] == nil {
      words[word] = Int(all.tally.uses(Counted.word.rawValue, ContentHash.of(word)))
    }
    let rarity = all.tally.rarity(Counted.name.rawValue, &reader.names)
    return CompanyModel(companies, rarity, words: words, population: all.count)
  }
}
