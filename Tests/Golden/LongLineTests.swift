// What is longer than anybody expects: csv2jsonl must pass it over in bounded memory, whatever its size.
import TestSupport
import Testing

struct LongLineTests {
  /// 100 MB in one field, with 400 MB of address space for a filter whose lines may have 1 MB: held once with a copy or two,
  /// as growing arrays do, it would not fit. By hand the same was done with 1 GB and the default limit.
  @Test(arguments: ["x", "\\0", ",", "\\\""])
  func aHugeLineIsPassedOverInBoundedMemory(_ byte: String) throws {
    let script = """
      ulimit -v 400000
      { printf 'a,b\\n1,2\\n'; head -c 100000000 /dev/zero | tr '\\0' '\(byte)'; printf '\\n3,4\\n'; } |
        csv2jsonl -q -j2 --max-line 1M --rejects rejects.jsonl
      echo $?
      wc -l <rejects.jsonl
      """
    let scratch = try Scratch()
    let outcome = try Shell.run(script, in: scratch.path)
    #expect(outcome.text == "{\"a\":\"1\",\"b\":\"2\"}\n{\"a\":\"3\",\"b\":\"4\"}\n0\n1\n", "\(byte)")
  }
}
