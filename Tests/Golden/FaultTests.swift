// What the outside world does to every filter: full disks, closed pipes, failing reads, files that are not there.
import TestSupport
import Testing

struct FaultTests {
  /// Filters that read records from standard input with no other option.
  static let filters = ["check-records", "select-records --type x", "rank-records --by n"]
  private static let input = #"printf '{"type":"x","n":%d}\n' 1 2 3 4 5 6 7 8 9"#

  @Test(arguments: filters)
  func aFullDiskEndsIn74(_ filter: String) throws {
    let scratch = try Scratch()
    let outcome = try Shell.run("\(Self.input) >in; \(filter) in >/dev/full", in: scratch.path)
    #expect(outcome.code == 74)
    #expect(String(decoding: outcome.error, as: UTF8.self).hasSuffix("<stdout>: No space left on device\n"))
  }

  @Test(arguments: filters)
  func aMissingFileAndADirectoryEndIn66(_ filter: String) throws {
    #expect(try Shell.run("\(filter) missing", in: "/tmp").code == 66)
    #expect(try Shell.run("\(filter) /", in: "/tmp").code == 66)
  }

  @Test(arguments: filters)
  func aClosedPipeEndsQuietly(_ filter: String) throws {
    let scratch = try Scratch()
    let outcome = try Shell.run(
      "yes '{\"type\":\"x\",\"n\":1}' | head -n 100000 >in; (\(filter) in; echo $? >rc) | head -n 1; cat rc",
      in: scratch.path)
    #expect(outcome.error.isEmpty)
    #expect(outcome.text == "{\"type\":\"x\",\"n\":1}\n141\n")
  }

  @Test(arguments: filters)
  func injectedReadAndWriteErrorsEndIn74(_ filter: String) throws {
    let scratch = try Scratch()
    let prepare = "cc -shared -fPIC -o fail.so \(Shell.quoted("\(Project.root)/Tests/Faults/failing-io.c")) -ldl; "
    for variable in ["KITH_GOOD_READS", "KITH_GOOD_WRITES"] {
      for good in [0, 1, 3] {
        let script = "\(Self.input) >in; \(variable)=\(good) LD_PRELOAD=./fail.so \(filter) <in"
        let outcome = try Shell.run(good == 0 ? prepare + script : script, in: scratch.path)
        #expect(outcome.code == 74, "\(variable)=\(good)")
        #expect(String(decoding: outcome.error, as: UTF8.self).hasSuffix(": Input/output error\n"))
      }
    }
  }

  @Test func aLineOf100MBAnd100000BracketsAndANULEndIn65WithTheirPlace() throws {
    let cases = [
      ("head -c 100000000 /dev/zero | tr '\\0' x", ":1:67108865: "),
      (#"printf '{"v":'; head -c 100000 /dev/zero | tr '\0' '['"#, ":1:517: "),
      (#"printf '{"v":"a\000b"}\n'"#, ":1:8: "), (#"printf '{"a":1}\n{"v":"\377"}\n'"#, ":2:7: "),
    ]
    for (script, place) in cases {
      let outcome = try Shell.run("(\(script)) | check-records", in: "/tmp")
      #expect(outcome.code == 65)
      #expect(String(decoding: outcome.error, as: UTF8.self).contains("check-records: <stdin>\(place)"), "\(script)")
    }
  }

  @Test func theOutputIsTheSameForAnyNumberOfThreads() throws {
    let script = """
      awk 'BEGIN { for (i = 0; i < 40000; i++) printf "{\\"type\\":\\"%s\\",\\"n\\":%d}\\n", i % 3 ? "a" : "b", i }' >in
      for j in 1 2 5; do
        check-records -j $j in | cksum
        select-records -j $j --type b in | cksum
        (cat in; echo '{"n":'; cat in) | check-records -j $j 2>&1 | cksum
      done
      """
    let scratch = try Scratch()
    let lines = try Shell.run(script, in: scratch.path).text.split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[0..<3] == lines[3..<6] && lines[0..<3] == lines[6..<9])
  }
}
