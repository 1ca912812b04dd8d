import Testing

@testable import Zones

/// Attribution lines as Gmail, Apple Mail, Thunderbird, Outlook, Yahoo, Yandex, Mail.ru and QQ write them, by language.
struct AttributionTests {
  static let lines = [
    "On Mon, Feb 1, 2016 at 6:32 PM, Dana Frost <dana@kestrel.example> wrote:",
    "On Feb 1, 2016, at 6:32 PM, Dana Frost <dana@kestrel.example> wrote:",
    "On 2/1/16 6:32 PM, Dana Frost wrote:",
    "On Monday, February 1, 2016 6:32 PM, Dana Frost <dana@kestrel.example> wrote:",
    "--- On Mon, 2/1/16, Dana Frost <dana@kestrel.example> wrote:",
    "---- On Mon, 01 Feb 2016 18:32:00 +0530 Dana Frost <dana@kestrel.example> wrote ----",
    "-----Dana Frost/Leeds/Kestrel wrote: -----",
    "On Mon, Feb 1, 2016 at 6:32 PM -0800, \"Dana Frost\" <dana@kestrel.example> wrote:",
    "At 06:32 PM 2/1/2016, you wrote:",
    "At 2016-02-01 18:32:00, \"Dana Frost\" <dana@kestrel.example> wrote:",
    "2016-02-01 18:32 GMT+01:00 Dana Frost <dana@kestrel.example>:",
    "2016-02-01 18:32 GMT+01:00 Dana Frost",
    "*On Mon, Feb 1, 2016 at 6:32 PM, Dana Frost wrote:*",
    "Am Mo., 1. Feb. 2016 um 18:32 Uhr schrieb Dana Frost <dana@kestrel.example>:",
    "Am 01.02.2016 um 18:32 schrieb Dana Frost <dana@kestrel.example>:",
    "Am 01.02.16 um 18:32 schrieb Dana Frost:",
    "Dana Frost <dana@kestrel.example> schrieb am 18:32 Montag, 1.Februar 2016:",
    "Le lun. 1 févr. 2016 à 18:32, Dana Frost <dana@kestrel.example> a écrit :",
    "Le 1 févr. 2016 à 18:32, Dana Frost <dana@kestrel.example> a écrit :",
    "Le 01/02/2016 à 18:32, Dana Frost a écrit\u{a0}:",
    "Le Lundi 1 février 2016 18h32, Dana Frost <dana@kestrel.example> a écrit :",
    "El lun, 1 feb 2016 a las 18:32, Dana Frost (<dana@kestrel.example>) escribió:",
    "El 1/2/16 a las 18:32, Dana Frost escribió:",
    "Il giorno lun 1 feb 2016 alle ore 18:32 Dana Frost <dana@kestrel.example> ha scritto:",
    "Il 01/02/2016 18:32, Dana Frost ha scritto:",
    "Op ma 1 feb. 2016 om 18:32 schreef Dana Frost <dana@kestrel.example>:",
    "Op 1 feb. 2016, om 18:32 heeft Dana Frost <dana@kestrel.example> het volgende geschreven:",
    "Dana Frost schreef op 01-02-16 om 18:32:",
    "Em seg., 1 de fev. de 2016 às 18:32, Dana Frost <dana@kestrel.example> escreveu:",
    "Dana Frost <dana@kestrel.example> escreveu (segunda, 1/02/2016 à(s) 18:32):",
    "No dia 01/02/2016, às 18:32, Dana Frost escreveu:",
    "pon., 1 lut 2016 o 18:32 Dana Frost <dana@kestrel.example> napisał(a):",
    "W dniu 01.02.2016 o 18:32, Dana Frost pisze:",
    "Wiadomość napisana przez Dana Frost w dniu 1 lut 2016, o godz. 18:32:",
    "Den mån 1 feb. 2016 kl 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "1 feb. 2016 kl. 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "Den man. 1. feb. 2016 kl. 18.32 skrev Dana Frost <dana@kestrel.example>:",
    "man. 1. feb. 2016 kl. 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "ma 1. helmik. 2016 klo 18.32 Dana Frost (dana@kestrel.example) kirjoitti:",
    "Dana Frost kirjoitti 1.2.2016 klo 18.32:",
    "po 1. 2. 2016 v 18:32 odesílatel Dana Frost <dana@kestrel.example> napsal:",
    "Dne 1.2.2016 v 18:32 Dana Frost napsal(a):",
    "po 1. 2. 2016 o 18:32 Dana Frost <dana@kestrel.example> napísal(a):",
    "Dana Frost <dana@kestrel.example> ezt írta (időpont: 2016. febr. 1., H, 18:32):",
    "2016-02-01 18:32 keltezéssel, Dana Frost írta:",
    "În lun., 1 feb. 2016 la 18:32, Dana Frost <dana@kestrel.example> a scris:",
    "Dana Frost <dana@kestrel.example>, 1 Şub 2016 Pzt, 18:32 tarihinde şunu yazdı:",
    "пн, 1 февр. 2016 г. в 18:32, Dana Frost <dana@kestrel.example>:",
    "1 февраля 2016 г., 18:32 пользователь Dana Frost <dana@kestrel.example> написал:",
    "01.02.2016 18:32, Dana Frost пишет:",
    "01.02.2016, 18:32, \"Dana Frost\" <dana@kestrel.example>:",
    "Понедельник, 1 февраля 2016, 18:32 +03:00 от Dana Frost <dana@kestrel.example>:",
    "пн, 1 лют. 2016 р. о 18:32 Dana Frost <dana@kestrel.example> пише:",
    "Στις Δευ, 1 Φεβ 2016 στις 18:32, ο χρήστης Dana Frost <dana@kestrel.example> έγραψε:",
    "‫בתאריך יום ב׳, 1 בפבר׳ 2016 ב-18:32 מאת ‪Dana Frost‬‏ <‪dana@kestrel.example‬‏>:‬",
    "في الاثنين، 1 فبراير 2016 في 6:32 م تمت كتابة ما يلي بواسطة Dana Frost <dana@kestrel.example>:",
    "सोम, 1 फ़र॰ 2016 को 6:32 pm बजे Dana Frost <dana@kestrel.example> ने लिखा:",
    "1 फ़रवरी 2016 को 18:32 बजे, डाना फ़्रॉस्ट ने लिखा:",
    "1 Feb 2016 ko 6:32 pm baje Dana Frost ne likha:",
    "2016年2月1日(月) 18:32 Dana Frost <dana@kestrel.example>:",
    "2016/02/01 18:32、Dana Frost <dana@kestrel.example>のメール：",
    "Dana Frost <dana@kestrel.example> 于2016年2月1日周一 18:32写道：",
    "在 2016年2月1日，下午6:32，Dana Frost <dana@kestrel.example> 写道：",
    "在 2016-02-01 18:32:00，\"Dana Frost\" <dana@kestrel.example> 写道：",
    "Dana Frost <dana@kestrel.example> 於 2016年2月1日 週一 下午6:32寫道：",
    "2016년 2월 1일 (월) 오후 6:32, Dana Frost <dana@kestrel.example>님이 작성:",
    "Vào Th 2, 1 thg 2, 2016 vào lúc 18:32 Dana Frost <dana@kestrel.example> đã viết:",
    "Pada tanggal Sen, 1 Feb 2016 pukul 18.32 Dana Frost <dana@kestrel.example> menulis:",
    "ในวันที่ จ. 1 ก.พ. 2016 เวลา 18:32 Dana Frost <dana@kestrel.example> เขียนว่า:",
    "Missatge de Dana Frost <dana@kestrel.example> del dia dl., 1 de febr. 2016 a les 18:32:",
    "На пн, 1.02.2016 г. в 18:32 ч. Dana Frost <dana@kestrel.example> написа:",
    "pon, 1. velj 2016. u 18:32 Dana Frost <dana@kestrel.example> napisao je:",
    "Dana Frost <dana@kestrel.example> rašė 2016-02-01 Pr 18:32:",
    "Kontakt Dana Frost (<dana@kestrel.example>) kirjutas kuupäeval E, 1. veebruar 2016 kell 18:32:",
    "On Mon, Feb 1, 2016 at 6:32\u{202f}PM Dana Frost <dana@kestrel.example> wrote:",
    "On 1 Feb 2016, at 18:32, Dana Frost <dana@kestrel.example> wrote:",
    "On Monday, February 1st, 2016 at 6:32 PM, Dana Frost <dana@kestrel.example> wrote:",
    "On Mon, Feb 01, 2016 at 6:32 PM, Dana Frost < dana@kestrel.example > wrote:",
    "On 2016-02-01 18:32, Dana Frost wrote:",
    "On Monday, 1 February 2016 18:32:00 CET Dana Frost wrote:",
    "On Mon, 2016-02-01 at 18:32 +0000, Dana Frost wrote:",
    "On Mon, Feb 01, 2016 at 06:32:00PM +0000, Dana Frost wrote:",
    "Dana Frost <dana@kestrel.example> writes:",
    "Dana Frost <dana@kestrel.example> wrote:",
    "* Dana Frost <dana@kestrel.example> [2016-02-01 18:32]:",
    "Dana Frost wrote on 01/02/2016 18:32:",
    "Dana Frost wrote on 2/1/16 6:32 PM:",
    "On Monday 01 February 2016 at 18:32, Dana Frost said:",
    "Le 2016-02-01 18:32, Dana Frost a écrit :",
    "Le lundi 1 février 2016 à 18:32:00 UTC+1, Dana Frost <dana@kestrel.example> a écrit :",
    "Am 2016-02-01 18:32, schrieb Dana Frost:",
    "Am Montag, 1. Februar 2016, 18:32:00 CET schrieb Dana Frost:",
    "Am Montag, dem 01.02.2016 um 18:32 +0100 schrieb Dana Frost:",
    "Am Montag, den 01.02.2016, 18:32 +0100 schrieb Dana Frost:",
    "Dana Frost schrieb am 01.02.2016 um 18:32:",
    "Dana Frost wrote on 01.02.2016 18:32:",
    "Am Montag, 1. Februar 2016 um 18:32:00 MEZ hat Dana Frost <dana@kestrel.example> Folgendes geschrieben:",
    "Dana Frost <dana@kestrel.example> hat am 01.02.2016 18:32 geschrieben:",
    "Dana Frost <dana@kestrel.example> hat am 1. Februar 2016 um 18:32 geschrieben:",
    "El 1 feb 2016, a las 18:32, Dana Frost <dana@kestrel.example> escribió:",
    "El lunes, 1 de febrero de 2016, Dana Frost <dana@kestrel.example> escribió:",
    "El lun., 1 feb. 2016 18:32, Dana Frost <dana@kestrel.example> escribió:",
    "El lunes, 1 de febrero de 2016 18:32:00 CET, Dana Frost <dana@kestrel.example> escribió:",
    "Dana Frost <dana@kestrel.example> escribió el lun, 1 feb 2016 18:32:",
    "Em 1 de fev. de 2016, à(s) 18:32, Dana Frost <dana@kestrel.example> escreveu:",
    "No dia 1 de fev. de 2016, à(s) 18:32, Dana Frost <dana@kestrel.example> escreveu:",
    "Em segunda-feira, 1 de fevereiro de 2016 18:32:00 BRT, Dana Frost <dana@kestrel.example> escreveu:",
    "A segunda, 1/02/2016, 18:32, Dana Frost <dana@kestrel.example> escreveu:",
    "Em 01/02/2016 18:32, Dana Frost escreveu:",
    "Il giorno 1 feb 2016, alle ore 18:32, Dana Frost <dana@kestrel.example> ha scritto:",
    "Il lunedì 1 febbraio 2016 18:32:00 CET, Dana Frost <dana@kestrel.example> ha scritto:",
    "Il lun 1 feb 2016, 18:32 Dana Frost <dana@kestrel.example> ha scritto:",
    "Dana Frost ha scritto il 01/02/2016 alle 18:32:",
    "Op ma 1 feb 2016 18:32 schreef Dana Frost <dana@kestrel.example>:",
    "Op maandag 1 februari 2016 heeft Dana Frost <dana@kestrel.example> het volgende geschreven:",
    "Op maandag 1 februari 2016 18:32:00 CET schreef Dana Frost <dana@kestrel.example>:",
    "Op 1-2-2016 om 18:32 schreef Dana Frost:",
    "Op 01-02-16 om 18:32 schreef Dana Frost:",
    "Wiadomość napisana przez Dana Frost <dana@kestrel.example> w dniu 1 lut 2016, o godz. 18:32:",
    "W dniu pon., 1.02.2016 o 18:32 Dana Frost <dana@kestrel.example> napisał(a):",
    "W dniu poniedziałek, 1 lutego 2016 Dana Frost <dana@kestrel.example> napisał(a):",
    "1 lut 2016 18:32 \"Dana Frost\" <dana@kestrel.example> napisał(a):",
    "Dnia 1 lutego 2016 18:32 Dana Frost <dana@kestrel.example> napisał(a):",
    "Den mån 1 feb. 2016 18:32Dana Frost <dana@kestrel.example> skrev:",
    "Den 2016-02-01 kl. 18:32, skrev Dana Frost:",
    "Den 1 feb. 2016 kl. 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "Den måndag 1 februari 2016 18:32:00 CET skrev Dana Frost <dana@kestrel.example>:",
    "Den 1. feb. 2016 kl. 18.32 skrev Dana Frost <dana@kestrel.example>:",
    "Den 01-02-2016 kl. 18:32 skrev Dana Frost:",
    "Den 01.02.2016 18:32, skrev Dana Frost:",
    "På man. 1. feb. 2016 kl. 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "mandag den 1. februar 2016 skrev Dana Frost <dana@kestrel.example>:",
    "mandag 1. februar 2016 kl. 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "Dana Frost <dana@kestrel.example> kirjoitti 1.2.2016 kello 18.32:",
    "1. feb. 2016 kl. 18:32 skrev Dana Frost <dana@kestrel.example>:",
    "सोमवार, 1 फ़रवरी 2016 को 6:32 अपराह्न बजे, Dana Frost <dana@kestrel.example> ने लिखा:",
    "1 फ़र॰ 2016 को 6:32 pm पर Dana Frost ने लिखा:",
    "दिनांक 1 फरवरी 2016 को 18:32 बजे, डाना फ्रॉस्ट <dana@kestrel.example> ने लिखा :",
    "सोम, 1 फ़र. 2016, 6:32 अपराह्न को Dana Frost <dana@kestrel.example> ने लिखा:",
    "Dana ne 1 Feb 2016 ko 6:32 pm par likha:",
    "1 Feb 2016 ko Dana Frost ne likha tha:",
    "On 1 Feb 2016, Dana Frost ne likha:",
    "Mon, 1 Feb 2016 ko 6:32 pm baje Dana Frost <dana@kestrel.example> ne likha:",
  ]

  @Test(arguments: lines) func itBeginsAQuoteWithoutMarks(_ line: String) {
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(line)\n\nOld words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
    #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(line)\n\nOld words.")
  }

  @Test(arguments: lines) func itBelongsToAMarkedQuoteAboveAnAnswer(_ line: String) {
    let zoned = ZoneSplitter.split(Array("\(line)\n> Old words.\n\nNew words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
  }

  /// The line with breaks in place of blanks, none longer than `width` but for single words.
  private func wrapped(_ line: String, _ width: Int) -> String {
    var out: [String] = []
    for word in line.split(separator: " ").map(String.init) {
      if let last = out.last, last.count + 1 + word.count <= width {
        out[out.count - 1] = last + " " + word
      } else {
        out.append(word)
      }
    }
    return out.joined(separator: "\n")
  }

  @Test(arguments: lines, [34, 45, 56, 64, 72]) func itMayBeWrapped(_ line: String, _ width: Int) {
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(wrapped(line, width))\n\n> Old words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
  }

  /// Without marks behind it, a wrapped line is one only when its first part shows an address or a date.
  @Test(arguments: lines.filter { $0.contains("<dana@") && $0.first != "*" }, [34, 56, 72])
  func itMayBeWrappedBeforeAQuoteWithoutMarks(_ line: String, _ width: Int) {
    let attribution = wrapped(line, width)
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(attribution)\n\nOld words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
    #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(attribution)\n\nOld words.")
  }

  @Test(arguments: lines.filter { $0.contains(" <dana@") }, [" <\n", "\n<"])
  func itMayBeBrokenAtTheBracket(_ line: String, _ broken: String) {
    let attribution = line.replacing(" <", with: broken)
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(attribution)\n\nOld words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
  }

  @Test(arguments: [
    "Quoting Dana Frost (dana@kestrel.example):", "Quoting Dana Frost <dana@kestrel.example>:", "Zitat von Dana Frost:",
    "Citando Dana Frost <dana@kestrel.example>:", "Dana Frost ha scritto il\n01/02/2016 alle 18:32:",
    "Dana Frost <dana@kestrel.example> skrev: (1 februari 2016 18:32:00 CET)",
  ]) func itBeginsAQuoteWithMarks(_ line: String) {
    let zoned = ZoneSplitter.split(Array("New words.\n\n\(line)\n\n> Old words.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
  }

  @Test(arguments: [
    "Quoting Dana (dana@kestrel.example):\n\nThe rate stays as it is.",
    "As Tom wrote\non 3 May 2016 at 10:00 we need:\n\nTwo testers.",
    "Dana Frost\ndana@kestrel.example",
  ]) func wordsWithoutMarksBehindThemStay(_ text: String) {
    let zoned = ZoneSplitter.split(Array("Hello all.\n\n\(text)\n\nThat is all.".utf8))
    #expect(zoned.joined(.quoted).isEmpty)
  }

  @Test func aContactLineAboveOneStaysWithItsSignature() {
    let line = "On Mon, Feb 1, 2016 at 6:32 PM, Tom Berg <tom@acorn.example> wrote:"
    let zoned = ZoneSplitter.split(
      Array("New words.\n\nRegards,\nDana\ndana@kestrel.example\n\(line)\n> Old words.\n".utf8))
    #expect(String(decoding: zoned.joined(.signature), as: UTF8.self) == "Regards,\nDana\ndana@kestrel.example")
  }

  @Test(arguments: [
    "Please send the papers to the following address by 10:30 on Monday:",
    "The offer of 1 February 2024 says:", "Here is what Dana wrote down for us:", "On page 3 of the contract:",
    "Write to dana@kestrel.example or marcus@kestrel.example:", "Am Montag um 10:30 Uhr treffen wir:",
    "Op 1 februari spreken wij over het volgende:", "There are 3 places left for:", "Le 1er point à voir :",
  ]) func aSentenceBeforeAListIsNone(_ line: String) {
    let text = "Hello all.\n\n\(line)\n\nThe first.\nThe second thing to do."
    let zoned = ZoneSplitter.split(Array(text.utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == text)
  }

  @Test(arguments: [
    "  On Mon, Feb 1, 2016 at 6:32 PM, Dana Frost<dana@kestrel.example> wrote:   Old words.",
    "  Am Mo., Feb. 1, 2016 um 18:32 schrieb Dana Frost<dana@kestrel.example>:   Old words.",
  ]) func quotedWordsMayFollowOnTheSameLine(_ line: String) {
    let zoned = ZoneSplitter.split(
      Array("New words.\n\nSent from Yahoo Mail on Android\n\n\(line)\nMore of them.\n".utf8))
    #expect(String(decoding: zoned.joined(.text), as: UTF8.self) == "New words.")
    #expect(String(decoding: zoned.joined(.quoted), as: UTF8.self) == "\(line)\nMore of them.")
  }
}
