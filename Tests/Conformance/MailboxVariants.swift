// The corpus of mail in six other forms of mailbox, and archives that overlap.
import Bytes
import TestSupport
import Testing

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct MailboxVariants {
  /// Takes the quoting of mboxrd off a line, and puts that of mboxo on when `quote` is set.
  private static let requoted =
    #"/^>+From / { sub(/^>/, ""); if (quote && /^From /) $0 = ">" $0 }"#

  /// Writes each message with the length of its body in its header.
  private static let withLength = #"""
    function flush() {
      if (line == "") return
      sub(/\n\n$/, "\n", body)
      printf "%s\n%sContent-Length: %d\n\n%s\n", line, head, length(body), body
    }
    /^From / { flush(); line = $0; head = body = ""; inBody = 0; next }
    """# + requoted + #"""

      !inBody && /^$/ { inBody = 1; next }
      !inBody && tolower($0) ~ /^content-length:/ { next }
      { if (inBody) body = body $0 "\n"; else head = head $0 "\n" }
      END { flush() }
      """#

  /// The forms (RFC 4155, and the mbox(5) of qmail for the kinds of quoting).
  private static let forms: [(name: String, awk: String)] = [
    ("mboxo", "-v quote=1 '\(requoted) 1'"),
    ("mboxcl", "-v quote=1 '\(withLength)'"),
    ("mboxcl2", "'\(withLength)'"),
    ("unquoted", "'\(requoted) 1'"),
    ("CRLF", #"'{ sub(/\r*$/, "\r") } 1'"#),
    ("without empty lines", #"'NR > 1 && !(last == "" && /^From /) { print last } { last = $0 } END { print last }'"#),
  ]

  @Test(arguments: MailboxVariants.forms.map(\.name)) func everyFormHasAllMessages(_ name: String) throws {
    let folder = try Conformance.folder("mail/corpus")
    let awk = try #require(Self.forms.first { $0.name == name }?.awk)
    let script = "zcat '\(folder)/spamassassin.mbox.gz' | LC_ALL=C awk \(awk) | mbox2jsonl --no-zones | wc -l"
    let count = Int(try Shell.run(script, in: folder).text.filter(\.isNumber)) ?? 0
    if name == "unquoted" { #expect(abs(count - 6046) <= 12, "\(count)") } else { #expect(count == 6046) }
  }
}
