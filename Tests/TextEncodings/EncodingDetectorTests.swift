import Bytes
import Testing

@testable import TextEncodings

struct EncodingDetectorTests {
  /// `text` in the encoding called `label`, by the C library.
  private func encoded(_ text: String, _ label: String) throws -> [UInt8] {
    let names = TextEncoding.libraryNames
    let stream = try #require(IconvStream(from: "UTF-8", to: names[label] ?? label))
    var bytes: [UInt8] = []
    #expect(stream.convert(Array(text.utf8)[...], to: &bytes).isEmpty && stream.faults == 0, "\(label)")
    return bytes
  }

  private func verdict(_ text: String, _ label: String) throws -> EncodingVerdict {
    EncodingDetector(try encoded(text, label)[...]).verdict()
  }

  private static let czech =
    "Jiří Dvořák;Brno\nŠtěpán Růžička;Plzeň\nLenka Žáková;Ústí nad Labem\nOndřej Čermák;České Budějovice\n"
  private static let polish =
    "Łukasz Wiśniewski,Łódź\nMałgorzata Dąbrowska,Kraków\nStanisław Wójcik,Gdańsk\nZbigniew Żak,Poznań\n"
  private static let hungarian =
    "Szűcs Győző,Győr\nKovács Ödön,Őrség\nTóth Fűzfa Zsófia,Székesfehérvár\nNagy Ágnes,főosztályvezető\nGyűrű Kft.,Szűr\n"
  private static let turkish =
    "Gülşah Yıldız,İstanbul\nÇağrı Doğan,İzmir\nIşıl Şahin,Eskişehir\nOğuz Çelik,Müdür Yardımcısı\n"
  private static let russian =
    "Иванов Сергей,директор по персоналу\nПетрова Анна,Москва\nКузнецов Дмитрий,Санкт-Петербург\n"
  private static let greek = "Γιώργος Παπαδόπουλος,Αθήνα\nΕλένη Νικολάου,Θεσσαλονίκη\nΔημήτρης Γεωργίου,διευθυντής\n"
  private static let hebrew = "דוד כהן,תל אביב\nשרה לוי,מנהלת משאבי אנוש\nיוסף מזרחי,ירושלים\nרחל פרץ,חיפה\n"
  private static let arabic = "محمد العلي,مدير الموارد البشرية\nفاطمة حسن,القاهرة\nأحمد إبراهيم,دبي\nسارة خالد,الرياض\n"
  private static let lithuanian =
    "Jonas Žukauskas,Šiauliai\nRūta Šimkutė,Kėdainiai\nGiedrė Kazlauskienė,Panevėžys\nŽygimantas Jankauskas,Šilutė\n"
  private static let thai = "สมชาย ใจดี,กรุงเทพ\nสมหญิง รักไทย,เชียงใหม่\nประเสริฐ มั่นคง,ภูเก็ต\nวิชัย สุขใจ,ขอนแก่น\n"
  private static let japanese = "山田 太郎,営業部長\n佐藤 花子,人事の担当です\nスズキ イチロー,東京都\n田中 美咲,株式会社ケストレル\n"
  private static let chinese = "王伟,人力资源经理\n李娜,北京市海淀区\n张敏,上海科技有限公司\n陈静,招聘专员\n"
  private static let traditional = "王小明,人力資源經理\n李美玲,臺北市信義區\n陳志豪,高雄科技股份有限公司\n林淑芬,招募專員\n"
  private static let korean = "김민수,인사부장\n이영희,서울특별시\n박지훈,주식회사 케스트렐\n최수진,채용 담당자\n"
  private static let german =
    "Jörg Möller,Geschäftsführer\nSabine Schäfer,München\nGünther Weiß,Straßburg\nBjörn Krüger,Köln\n"
  private static let french =
    "François Lefèvre,Président\nHélène Béranger,Orléans\nAndré Côté,Montréal\nZoé Garçon,Besançon\n"

  /// Each text, the encoding it is written in, and what that is called.
  private static let cases: [(text: String, label: String, name: String)] = [
    (czech, "windows-1250", "Windows-1250"), (czech, "iso-8859-2", "ISO-8859-2"),
    (polish, "windows-1250", "Windows-1250"),
    (polish, "iso-8859-2", "ISO-8859-2"), (hungarian, "windows-1250", "Windows-1250"),
    (turkish, "windows-1254", "Windows-1254"), (russian, "windows-1251", "Windows-1251"), (russian, "koi8-r", "KOI8-U"),
    (russian, "iso-8859-5", "ISO-8859-5"), (russian, "cp866", "CP866"), (greek, "windows-1253", "Windows-1253"),
    (hebrew, "windows-1255", "Windows-1255"), (arabic, "windows-1256", "Windows-1256"),
    (lithuanian, "windows-1257", "Windows-1257"), (thai, "windows-874", "Windows-874"),
    (japanese, "shift_jis", "Shift_JIS"), (japanese, "euc-jp", "EUC-JP"), (chinese, "gb18030", "GB18030"),
    (traditional, "big5", "Big5"), (korean, "euc-kr", "EUC-KR"), (german, "CP1252", "Windows-1252"),
    (french, "CP1252", "Windows-1252"), (german, "macintosh", "Mac Roman"), (french, "macintosh", "Mac Roman"),
    (german, "cp850", "CP850"), (french, "cp850", "CP850"),
  ]

  @Test(arguments: cases.indices)
  func aFewLinesTellTheirEncoding(_ index: Int) throws {
    let (text, label, name) = Self.cases[index]
    let verdict = try verdict(text, label)
    #expect(verdict.encoding.name == name)
    // What is read may be read alike by others: then nothing is lost by any of them.
    let found = DecodedText(try encoded(text, label), encoding: verdict.encoding)
    #expect(String(decoding: found.bytes, as: UTF8.self) == text, "\(label)")
  }

  @Test(arguments: ["Jos\u{E9}", "Dvo\u{F8}\u{E1}k", "\u{A3}ukasz", "caf\u{E9} \u{80}5", "\u{93}x\u{94}"])
  func aWordOrTwoAreWindows1252(_ word: String) {
    let bytes = word.unicodeScalars.map { UInt8($0.value) }
    #expect(EncodingDetector(bytes[...]).verdict().encoding == .windows1252)
  }

  @Test func allControlCharactersAtOnceAreWindows1252() {
    let bytes = Array("a,".utf8) + Array(0x80...0x9F) + Array(",b\n".utf8)
    #expect(EncodingDetector(bytes[...]).verdict().encoding == .windows1252)
  }

  @Test func westernNamesOfManyCountriesStayWindows1252() throws {
    let names =
      "Søren Ærø,Århus\nBjørn Åse,Tromsø\nÞór Guðmundsson,Reykjavík\nInês Conceição,São Paulo\nNuñez Peña,Logroño\n"
    let verdict = try verdict(names, "CP1252")
    #expect(verdict.encoding == .windows1252)
    #expect(verdict.rivals.isEmpty)
  }

  @Test func bytesThatAreNoTextAreSaidToBeStrange() {
    var random = UInt64(7)
    let bytes = (0..<4000).map { _ -> UInt8 in
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: random >> 56)
    }
    let text = DecodedText(bytes, encoding: nil)
    #expect(text.note != nil)
  }
}
