// Phone numbers in the lines of a signature, told from fax numbers, postcodes, dates and numbers of registers.

/// Finds the phone numbers of a line.
enum SignaturePhones {
  /// What a label next to a number says it is.
  private enum Label { case phone, fax, other }

  /// The phone numbers in `line`, as written, without those that are labelled as fax or as anything else.
  static func find(in line: some StringProtocol) -> [String] {
    let bytes = Array(line.utf8.prefix(300))
    var found: [String] = []
    var before = 0
    var index = 0
    while index < bytes.count, found.count < 6 {
      guard startsNumber(bytes, index) else {
        index += 1
        continue
      }
      let end = numberEnd(bytes, index)
      let number = bytes[index..<end]
      let digits = number.count { isDigit($0) }
      if (7...15).contains(digits), let label = label(bytes, before, index, end), label == .phone,
        isShaped(number, digits)
      {
        found.append(text(number))
      } else if (7...15).contains(digits), label(bytes, before, index, end) == nil, isPlainPhone(number, digits) {
        found.append(text(number))
      }
      before = end
      index = max(end, index + 1)
    }
    return found
  }

  /// A number as written, without brackets around all of it.
  private static func text(_ number: ArraySlice<UInt8>) -> String {
    let inner = number.dropFirst().dropLast()
    let isEnclosed = number.first == 0x28 && number.last == 0x29 && !inner.contains { $0 == 0x28 || $0 == 0x29 }
    return String(decoding: isEnclosed ? inner : number, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

  /// Whether a number may begin here: with a digit, a plus or an opening bracket before one, not inside a word.
  private static func startsNumber(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    guard isDigit(byte) || (byte == 0x2B || byte == 0x28) && index + 1 < bytes.count else { return false }
    if !isDigit(byte) {
      let next = bytes[index + 1]
      guard isDigit(next) || next == 0x2B || next == 0x20 && index + 2 < bytes.count && isDigit(bytes[index + 2]) else {
        return false
      }
    }
    return index == 0 || !isLetter(bytes[index - 1]) && bytes[index - 1] != 0x40 && bytes[index - 1] != 0x23
  }

  /// The end of the number that begins at `start`: digits with single marks between them; two blanks and a second plus
  /// end it.
  private static func numberEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if isDigit(byte) || byte == 0x29 && end > start {
        index += 1
        end = index
      } else if byte == 0x20, index + 1 < bytes.count, bytes[index + 1] == 0x20 {
        break
      } else if byte == 0x2B, index > start, !(bytes[start] == 0x28 && index == start + 1) {
        break
      } else if byte == 0x20 || byte == 0x2D || byte == 0x2E || byte == 0x2F || byte == 0x28 || byte == 0x2B {
        index += 1
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
        index += 2
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        (0x90...0x93).contains(bytes[index + 2])
      {
        index += 3
      } else {
        break
      }
    }
    return end
  }

  /// What the words next to a number call it: the last word before it, else the first behind it; nil when no word does.
  private static func label(_ bytes: [UInt8], _ from: Int, _ start: Int, _ end: Int) -> Label? {
    let behind = word(bytes[end..<min(bytes.count, end + 14)])
    let ahead = words(bytes[max(from, start - 28)..<start])
    if from == 0 || !ahead.isEmpty {
      for word in ahead.reversed().prefix(3) { if let label = meaning(word) { return label } }
    }
    if let behind, let label = meaning(behind) { return label }
    return ahead.isEmpty || isApart(bytes, start) ? nil : .other
  }

  /// Whether a number bears a plus or stands behind a mark that parts it from the words before it: `Kestrel | 020 7946 0018`.
  private static func isApart(_ bytes: [UInt8], _ start: Int) -> Bool {
    if bytes[start] == 0x2B || bytes[start] == 0x28 && start + 1 < bytes.count && bytes[start + 1] == 0x2B {
      return true
    }
    let last = bytes[..<start].last { $0 != 0x20 }
    return last == 0x7C || last == 0xA2 || last == 0xB7
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// The first word of what stands behind a number, when only blanks and brackets part them.
  private static func word(_ bytes: ArraySlice<UInt8>) -> String? {
    let rest = bytes.drop { $0 == 0x20 || $0 == 0x28 || $0 == 0x5B || $0 == 0x2D || $0 == 0x2F }
    guard let first = rest.first, isLetter(first), rest.startIndex - bytes.startIndex <= 4 else { return nil }
    let word = rest.prefix { isLetter($0) }
    return String(decoding: word, as: UTF8.self).lowercased()
  }

  private static func meaning(_ word: String) -> Label? {
    if faxWords.contains(word) { return .fax }
    if phoneWords.contains(word) { return .phone }
    return registerWords.contains(word) ? .other : nil
  }

  /// Whether a line begins with what labels the number of a register: `KvK 12345678`, `P.IVA 01234567890`.
  static func isRegister(_ line: some StringProtocol) -> Bool {
    let words = line.lowercased().split { !$0.isLetter }.prefix(2).map(String.init)
    guard let first = words.first, line.contains(where: \.isNumber) else { return false }
    if places.contains(first) { return false }
    return registerWords.contains(first) || first.count == 1 && words.count > 1 && registerWords.contains(words[1])
  }

  /// Words before numbers that addresses hold, too.
  private static let places: Set<String> = ["box", "code", "company", "legal", "nr", "order", "postfach", "zip"]

  /// A labelled number may have any shape but that of a date.
  private static func isShaped(_ number: ArraySlice<UInt8>, _ digits: Int) -> Bool {
    !isDate(number)
  }

  /// Whether a number without a label is one that only phones have: with a plus, a bracket or a leading zero, or ten
  /// digits and more with marks between groups of two to five.
  private static func isPlainPhone(_ number: ArraySlice<UInt8>, _ digits: Int) -> Bool {
    if number.first == 0x2B || number.first == 0x28 { return true }
    let groups = number.split { !isDigit($0) }
    guard groups.count > 1, !isDate(number) else { return digits >= 10 && number.first == 0x30 }
    if groups.count == 2, groups[0].count == 5, groups[1].count == 4 { return false }
    if number.first == 0x30 { return true }
    return digits >= 10 && groups.allSatisfy { (1...5).contains($0.count) } && groups.last.map { $0.count >= 2 } == true
  }

  /// `2024-03-02`, `02.03.2024`, `02/03/2024` and two years with a dash between.
  private static func isDate(_ number: ArraySlice<UInt8>) -> Bool {
    let groups = number.split { !isDigit($0) }.map(\.count)
    return groups == [4, 2, 2] || groups == [2, 2, 4] || groups == [1, 2, 4] || groups == [2, 1, 4]
      || groups == [1, 1, 4]
      || groups == [4, 4]
  }

  private static let phoneWords: Set<String> = [
    "assistant", "büro", "c", "cel", "cell", "cellular", "celular", "central", "centralino", "cep", "contact", "d",
    "dd", "ddi", "desk", "dial", "did", "direct", "directo", "direkt", "durchwahl", "dw", "festnetz", "fijo", "fixe",
    "fon", "fone", "fono", "funk", "gsm", "gsmnr", "h", "handy", "handynummer", "home", "kom", "komórka", "komórkowy",
    "kontor", "kännykkä", "landline", "ligne", "m", "main", "matkapuhelin", "mob", "mobiel", "mobil", "mobile",
    "mobilnr", "mobilnummer", "mobilní", "mobiltelefon", "mov", "movil", "móvil", "o", "ofc", "off", "office", "p",
    "pager", "ph", "phn", "phone", "phones", "port", "portable", "puh", "puhelin", "puhnro", "residence", "rufnummer",
    "standard", "switchboard", "t", "tel", "telef", "telefon", "telefone", "telefonnr", "telefonnummer", "telefono",
    "telefoon", "telefón", "telemovel", "telemóvel", "telephone", "telf", "teléfono", "tfn", "tfno", "tlf", "tlfno",
    "tlfnr", "tlm", "tél", "téléphone", "vast", "vm", "voice", "w", "wa", "whatsapp", "wireless", "work", "zentrale",
    "α", "κιν", "τηλ", "моб", "мобильный", "тел", "телефон", "טל", "נייד", "جوال", "هاتف", "दूरभाष", "फ़ोन", "फोन", "मोबाइल",
    "手机", "手機", "携帯", "电话", "電話", "전화", "휴대폰",
  ]

  private static let faxWords: Set<String> = [
    "efax", "f", "facs", "facsimile", "faks", "fax", "faxe", "faxnummer", "fx", "télécopie", "telefax", "факс", "φαξ",
    "फ़ैक्स", "传真", "傳真",
    "팩스",
  ]

  private static let registerWords: Set<String> = [
    "abn", "account", "acn", "afm", "bic", "blz", "box", "btw", "capital", "cc", "charity", "cif", "cin", "cnpj",
    "code", "companies", "company", "conference", "cpf", "cvr", "dič", "duns", "ein", "gst", "gstin", "hr", "hra",
    "hrb", "iban", "ico", "id", "invoice", "iva", "ič", "ičo", "krs", "kvk", "legal", "licence", "license", "llpin",
    "mwst", "nif", "nip", "nipc", "nr", "order", "org", "orgnr", "pan", "partita", "passcode", "pin", "piva",
    "postfach", "rcs", "ref", "reference", "reg", "registered", "registration", "regon", "rpps", "siren", "siret",
    "sort", "steuernummer", "tin", "tunnus", "tva", "udyam", "uid", "ust", "ustid", "vat", "ytunnus", "zip",
  ]
}
