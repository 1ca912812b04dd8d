// How well zones are told: mails whose zones others marked, judged by words as the suite's own evaluator does it.
import Bytes
import JSONLines
import TestSupport
import Testing
import Zones

@Suite(.enabled(if: Conformance.isAvailable, "\(Conformance.hint)"))
struct MailZones {
  /// Words by how often they occur.
  private typealias Bag = [String: Int]

  private struct Tally {
    var hits = 0
    var strays = 0
    var misses = 0

    mutating func add(found: Bag, wanted: Bag) {
      let both = found.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
      hits += both
      strays += found.values.reduce(0, +) - both
      misses += wanted.values.reduce(0, +) - both
    }

    var f1: Double { Double(2 * hits) / Double(max(1, 2 * hits + strays + misses)) }
  }

  /// A mail with the text before its first header, and the signatures in it.
  private struct Marked {
    let text: String
    let reply: String
    let signature: String
    var quotes: Bool { reply != text }
  }

  @Test func repliesAndSignaturesOfTheEnronMailsAreFound() throws {
    let mails = try enron()
    #expect(mails.count == 500)
    var exact = 0
    var exactQuoting = 0
    var removed = Tally()
    var signatures = Tally()
    for mail in mails {
      let zoned = ZoneSplitter.split(Array(mail.text.utf8))
      func zone(_ zone: TextZone) -> Bag { bag(String(decoding: zoned.joined(zone), as: UTF8.self)) }
      let all = bag(mail.text)
      let gone = zone(.quoted).merging(zone(.forwarded), uniquingKeysWith: +)
      let kept = minus(all, gone)
      let wanted = bag(mail.reply)
      if kept == wanted {
        exact += 1
        if mail.quotes { exactQuoting += 1 }
      }
      removed.add(found: minus(all, kept), wanted: minus(all, wanted))
      signatures.add(found: zone(.signature), wanted: bag(mail.signature))
    }
    #expect(exact >= 493, "replies kept exactly: \(exact) of \(mails.count)")
    #expect(exactQuoting >= 217, "of those that quote: \(exactQuoting)")
    #expect(removed.f1 >= 0.995, "removed words: F1 \(removed.f1)")
    // One mail alone, whose two legal notes the suite counts to its signature, costs four hundredths.
    #expect(signatures.f1 >= 0.855, "words of signatures: F1 \(signatures.f1)")
  }

  @Test func whatIsLeftOfTheTrimmersMailsIsTheText() throws {
    let folder = "\(try Conformance.folder("mail"))/trimmer"
    let names = try FileSystem.names(in: "\(folder)/emails").filter { $0.hasSuffix(".txt") }
    #expect(names.count == 64)
    let right = try names.count { name in
      let mail = try Files.text("\(folder)/emails/\(name)").replacing("\r\n", with: "\n")
      let zoned = ZoneSplitter.split(Array(mail.utf8))
      return words(String(decoding: zoned.joined(.text), as: UTF8.self))
        == words(try Files.text("\(folder)/trimmed/\(name)"))
    }
    #expect(right >= 52, "\(right) of \(names.count)")
  }

  private func enron() throws -> [Marked] {
    let folder = "\(try Conformance.folder("mail"))/zoning/enron-train"
    return try FileSystem.names(in: folder).filter { $0.hasSuffix(".ann") }.compactMap { name in
      guard let mark = try? JSON(parsing: Files.read("\(folder)/\(name)")), let text = mark["text"]?.string else {
        return nil
      }
      let spans = mark["denotations"]?.array ?? []
      let scalars = Array(text.unicodeScalars)
      func start(_ span: JSON) -> Int { span["start"]?.int ?? 0 }
      let cut = spans.filter { $0["type"]?.string == "Header" }.map(start).min() ?? scalars.count
      let signatures = spans.filter { span in
        let type = span["type"]?.string?.split(separator: "/").last
        return (type == "Signature" || type == "Outro") && start(span) < cut
      }
      let reply = String(String.UnicodeScalarView(scalars.prefix(cut)))
      return Marked(
        text: text, reply: reply, signature: signatures.compactMap { $0["text"]?.string }.joined(separator: " "))
    }
  }

  private func words(_ text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }

  private func bag(_ text: String) -> Bag {
    words(text).reduce(into: [:]) { $0[String($1), default: 0] += 1 }
  }

  private func minus(_ one: Bag, _ other: Bag) -> Bag {
    one.merging(other, uniquingKeysWith: -).filter { $0.value > 0 }
  }
}
