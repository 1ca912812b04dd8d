// Mail that is made to be too large, read by the whole filter with little memory.
import TestSupport
import Testing

@Suite struct MailBombTests {
  /// A mailbox of one message, written by a program of awk, and how many records mbox2jsonl makes of it in 120 MB of
  /// address space, where its own code lies too, and a minute of computing.
  private func records(_ program: String, _ options: String = "") throws -> Int? {
    let folder = try Scratch()
    let head = "From a@b.example Mon Mar  4 10:12:00 2024\\nSubject: bomb\\n"
    let script = """
      ulimit -v 120000; ulimit -t 60
      { printf '\(head)'; awk 'BEGIN { \(program) }'; printf '\\n\\nText\\n'; } | mbox2jsonl -j1 \(options) | wc -l
      """
    return Int(try Shell.run(script, in: folder.path).text.filter(\.isNumber))
  }

  @Test func aHeaderBeyondTheLimitIsNotHeld() throws {
    let line = #"printf "X-Long: "; for (i = 0; i < 1000000; i++) printf "%064d", i"#
    #expect(try records(line, "--max-message 1M") == 1)
  }

  @Test func aHundredThousandAddressesAreOneRecord() throws {
    #expect(try records(#"printf "To: "; for (i = 0; i < 100000; i++) printf "a%d@b.example, ", i"#) == 1)
  }

  @Test func wordsThatNeverEndAreOneRecord() throws {
    #expect(try records(#"printf "Subject: "; for (i = 0; i < 100000; i++) printf "=?utf-8?q?""#) == 1)
  }
}
