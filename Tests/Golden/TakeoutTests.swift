// Five exports of one team's mail that overlap are the mail of one.
import TestSupport
import Testing

@Suite struct TakeoutTests {
  /// Five mailboxes from the sample, the first with all mail, the others with two fifths each; each labels its copies.
  private static let takeouts = #"""
    cat data/raw/mail/*.mbox >"$work/all.mbox"
    for n in 1 2 3 4 5; do
      awk -v n=$n 'BEGIN { RS = "\nFrom "; ORS = "" }
        n == 1 || NR % 5 == n - 1 || NR % 5 == n % 5 { print (NR > 1 ? "\nFrom " : "") $0 }' "$work/all.mbox" |
        sed "s/^Message-ID: /X-Gmail-Labels: Box $n\n&/" >"$work/takeout-$n.mbox"
    done
    """#

  @Test func overlappingExportsGiveTheCountsOfOne() throws {
    let work = try Scratch()
    let script = """
      work='\(work.path)'
      \(Self.takeouts)
      mbox2jsonl "$work/all.mbox" | jq -r .id | sort -u | wc -l
      mbox2jsonl "$work"/takeout-*.mbox | wc -l
      mbox2jsonl "$work"/takeout-*.mbox | dedupe --entity message >"$work/united.jsonl"
      wc -l <"$work/united.jsonl"
      jq -r '.labels[]' "$work/united.jsonl" | sort -u | tr '\\n' ' '
      """
    let run = try Shell.run(script, in: Project.root + "/pipelines/sample")
    let lines = run.text.split(separator: "\n").map { $0.trimmingPrefix(" ") }
    try #require(lines.count == 4, "\(run.text)")
    #expect(lines[0] == lines[2], "\(lines)")
    let (one, copies) = (try #require(Int(lines[0])), try #require(Int(lines[1])))
    #expect(copies > 2 * one, "\(lines)")
    #expect(lines[3] == "Box 1 Box 2 Box 3 Box 4 Box 5 ")
  }
}
