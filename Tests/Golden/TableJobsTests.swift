// Whole tables through csv2jsonl: output, rejects and messages are the same for any number of threads.
import TestSupport
import Testing

struct TableJobsTests {
  /// Rows that are peculiar here and there, about 3 MB: several blocks, cut in all sorts of places.
  private func table(_ row: (Int) -> String) -> [UInt8] {
    var text = "id,name,note\n"
    for index in 0..<60_000 { text += row(index) }
    return Array(text.utf8)
  }

  private func expectTheSame(_ table: [UInt8], _ options: String = "") throws {
    let scratch = try Scratch()
    try Files.write(table, to: "\(scratch.path)/t.csv")
    let run = { (jobs: Int) in
      try Shell.run(
        "csv2jsonl -j\(jobs) --rejects r\(jobs) \(options) t.csv; echo $?; sha256sum <r\(jobs)", in: scratch.path)
    }
    let wanted = try run(1)
    #expect(wanted.output.count > 1 << 20)
    for jobs in [2, 3, 8] {
      let found = try run(jobs)
      #expect(found.output == wanted.output, "-j\(jobs)")
      let plain = String(decoding: found.error, as: UTF8.self).replacing("r\(jobs)", with: "r1")
      #expect(plain == String(decoding: wanted.error, as: UTF8.self), "-j\(jobs)")
    }
  }

  @Test func quotedLineBreaksAndStrayQuotesAreReadAlike() throws {
    try expectTheSame(table { "\($0),\"two\nlines, \($0)\",\($0 % 997 == 0 ? "5\" disk" : "plain")\n" })
  }

  @Test func badRowsAreRejectedAlike() throws {
    try expectTheSame(
      table { index in
        index % 1009 == 0 ? "\(index),\"a\" b,c\n" : index % 2003 == 0 ? "\(index),x\n" : "\(index),\"x\ny\",z\n"
      })
  }

  @Test func aQuoteThatIsNeverClosedIsToldAlike() throws {
    try expectTheSame(table { $0 == 30_000 ? "1,\"open,x\n" : "\($0),name \($0),note\n" }, "--max-line 100000")
  }

  @Test func rowsThatSayTheSameGetTheSameIds() throws {
    let messages = table { "2024-03-02 09:\($0 % 60):00,Ann,\"same\nwords \($0 % 7)\"\n" }
    let map = """
      {"map":"m","columns":["id"],"source":{"kind":"linkedin"},"records":[{"type":"message",
      "id":{"hash":["id","name","note"],"counts_equals":true},"members":{"channel":{"constant":"linkedin"},
      "date":{"column":"id","as":"instant"},"from.name":"name","text":"note"}}]}
      """
    let scratch = try Scratch()
    try Files.write(Array(map.utf8), to: "\(scratch.path)/m.json")
    try expectTheSame(messages, "--map \(scratch.path)/m.json")
  }
}
