// What people put under their mail.

/// Signatures, by the habit of the person.
enum Signature {
  /// The signature of somebody outside, with the line breaks before it; empty for those who use none.
  static func of(_ person: Person, in world: World, at seconds: Int, _ tongue: Tongue) -> String {
    let position =
      person.kind == .candidate && person.positions.isEmpty ? nil : person.position(at: Day(number: seconds / 86_400))
    let company = position.map { world.companies[$0.company] }
    let phone = phoneText(person)
    switch person.habits.signature {
    case 0: return ""
    case 1: return "\n\n" + sentFrom(tongue)
    case 2, 3:
      let delimiter = person.habits.signature == 2 ? "\n\n-- \n" : "\n\n"
      return delimiter
        + [person.name, position?.title, company?.fullName, phone]
        .compactMap { $0 }.joined(separator: "\n")
    case 4:
      return "\n\n" + person.name + (position.map { " | \($0.title)" } ?? "") + (company.map { " | \($0.brand)" } ?? "")
        + "\nM: " + phone + (company.map { "\nwww.\($0.domain)" } ?? "")
    case 5:
      let block = [person.name, position?.title, company.map { "\($0.fullName), \($0.place.city)" }, "T " + phone]
      return "\n\n" + block.compactMap { $0 }.joined(separator: "\n")
        + (company.map { Disclaimer.of($0, tongue) } ?? "")
    case 6: return company.map { Disclaimer.of($0, tongue) } ?? ""
    default: return "\n\n" + person.name + (company.map { "\n\($0.brand)" } ?? "") + "\n" + phone
    }
  }

  /// Ours: full under the first mail of a thread, none later.
  static func of(_ member: Member, first: Bool) -> String {
    guard first else { return "" }
    return
      "\n\n-- \n\(member.name)\nTalentBridge · recruitment since 2004\n\(spacedPhone(member.phone))\nwww.talentbridge.example"
  }

  private static func phoneText(_ person: Person) -> String {
    switch person.habits.charset % 4 {
    case 0: return spacedPhone(person.mobile)
    case 1: return person.mobile
    case 2 where person.country == "GB":
      return "0" + person.mobile.dropFirst(3).prefix(4) + " " + person.mobile.dropFirst(7)
    case 3: return person.mobile.replacing("+", with: "00")
    default: return spacedPhone(person.mobile).replacing(" ", with: "-")
    }
  }

  private static func sentFrom(_ tongue: Tongue) -> String {
    switch tongue {
    case .en, .hi: "Sent from my iPhone"
    case .de: "Von meinem iPhone gesendet"
    case .es: "Enviado desde mi iPhone"
    case .fr: "Envoyé de mon iPhone"
    }
  }
}

/// Small files and the HTML twin of a text.
enum Papers {
  static func pdf(_ name: String, _ dice: inout Dice) -> Attachment {
    let body =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0>>endobj\n"
      + "%\(dice.hex(32))\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    return Attachment(name: name, mediaType: "application/pdf", bytes: Array(body.utf8))
  }

  static func word(_ name: String, _ dice: inout Dice) -> Attachment {
    Attachment(
      name: name, mediaType: "application/msword",
      bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + Array(dice.hex(120).utf8))
  }

  /// Paragraphs as Outlook writes them.
  static func html(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    let lines = escaped.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "<p class=\"MsoNormal\">\($0.isEmpty ? "&nbsp;" : String($0))</p>" }
    return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html\">"
      + "<style>p.MsoNormal{margin:0cm;font-size:11.0pt}</style></head>\n<body lang=\"EN-GB\">\n"
      + lines.joined(separator: "\n") + "\n</body></html>"
  }
}
