import Testing

@testable import Zones

/// What goes into which zone, and that nothing is lost.
struct ZoneSplitterTests {
  private func zones(_ text: String, isForward: Bool = false) -> [TextZone: String] {
    let zoned = ZoneSplitter.split(Array(text.utf8), isForward: isForward)
    return Dictionary(
      uniqueKeysWithValues: TextZone.allCases.map { ($0, String(decoding: zoned.joined($0), as: UTF8.self)) })
  }

  @Test func aWrappedAttributionBelongsToTheQuote() {
    let found = zones(
      "Yes.\n\nOn Mon, 4 Mar 2024 at 10:12, Farah Aziz <\nfarah@talentbridge.example> wrote:\n\n> Any news?\n")
    #expect(found[.text] == "Yes.")
    #expect(found[.quoted]?.hasPrefix("On Mon") == true)
  }

  @Test func answersBetweenQuotedLinesStay() {
    let found = zones("> When?\nTomorrow.\n> Where?\nIn Leeds.")
    #expect(found[.text] == "Tomorrow.\nIn Leeds.")
    #expect(found[.quoted] == "> When?\n> Where?")
  }

  @Test func headerBlocksInManyLanguagesBeginAQuote() {
    for block in [
      "From: A\nSent: Monday\nTo: B\nSubject: C", "Von: A\nGesendet: Montag\nAn: B\nBetreff: C",
      "De : A\nEnvoyé : lundi\nÀ : B\nObjet : C", "De: A\nEnviado el: lunes\nPara: B\nAsunto: C",
      "Da: A\nInviato: lunedì\nA: B\nOggetto: C", "Van: A\nVerzonden: maandag\nAan: B\nOnderwerp: C",
      "Fra: A\nSendt: mandag\nTil: B\nEmne: C", "От: A\nОтправлено: сегодня\nКому: B\nТема: C",
      "发件人: A\n发送时间: 今天\n收件人: B\n主题: C",
    ] {
      let found = zones("New words.\n\n\(block)\n\nOld words.")
      #expect(found[.text] == "New words.", "\(block)")
      #expect(found[.quoted]?.hasSuffix("Old words.") == true, "\(block)")
    }
  }

  @Test func aForwardedMailIsToldFromAnAnsweredOne() {
    #expect(zones("FYI\n\n-----Original Message-----\nFrom: A\n\nx", isForward: true)[.forwarded]?.isEmpty == false)
    #expect(zones("FYI\n\n---------- Forwarded message ---------\nFrom: A\n\nx")[.forwarded]?.isEmpty == false)
    #expect(zones("Yes\n\n-----Original Message-----\nFrom: A\n\nx")[.quoted]?.isEmpty == false)
  }

  @Test func aTravelPlanIsNoHeaderBlock() {
    let plan = "My trip:\nFrom: Leeds\nOn Monday I take the train.\nIt is cheap."
    #expect(zones(plan)[.text] == plan)
  }

  @Test func signOffNameAndContactLinesAreTheSignature() {
    let found = zones(
      "See you there.\n\nImogen\n\nImogen Greatorex\nOperations Director\nEaglehurst Ltd.\n+447700900356")
    #expect(found[.text] == "See you there.")
    #expect(found[.signature]?.hasPrefix("Imogen\n\nImogen") == true)
  }

  @Test func aNameAboveTheDelimiterBelongsToTheSignature() {
    let found = zones("See you there.\n\nMarcus\n\n-- \nMarcus Adeyemi\n+44 207 946 0102")
    #expect(found[.text] == "See you there.")
  }

  @Test func aPostscriptIsTheAuthorsOwn() {
    let found = zones("Done.\n\nThanks, Karen.\n\nPs - our candidates did very well.")
    #expect(found[.text] == "Done.\n\nPs - our candidates did very well.")
  }

  @Test func whateverTheTextTheZonesCoverIt() {
    var random = Randomness(seed: 7)
    let pieces = [
      "From: a", "To: b", "Subject: c", "On Monday, A wrote:", "> x", ">>> B 1/2/01 3:04 AM >>>", "-- ", "", " ", "\t",
      "Thanks,",
      "Dana", "-----", "________", "***", "05/07/2001 03:49 PM", "cc:", "Regards", "+44 20 7946 0101", "\u{FEFF}",
      "Ünïcode",
      "=09", "Sent from my iPhone", "This e-mail is confidential", "-----Original Message-----", "Do you Yahoo!?", ":",
      "：",
    ]
    for _ in 0..<3_000 {
      var text: [UInt8] = []
      for _ in 0..<random.below(14) {
        text += Array(pieces[random.below(pieces.count)].utf8)
        if random.below(5) > 0 { text.append(0x0A) }
        if random.below(20) == 0 { text.append(UInt8(random.below(256))) }
      }
      let zoned = ZoneSplitter.split(text, isForward: random.below(2) == 0)
      #expect(zoned.segments.reduce(0) { $0 + $1.range.count } == text.count)
      #expect(zip(zoned.segments, zoned.segments.dropFirst()).allSatisfy { $0.range.upperBound == $1.range.lowerBound })
    }
  }
}

/// A small generator of numbers, the same in every run.
struct Randomness {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, limit)))
  }
}
