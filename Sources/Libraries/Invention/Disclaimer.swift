// What lawyers put under everybody's mail.

/// Disclaimers, one kind for each company.
enum Disclaimer {
  /// The disclaimer of a company with the line breaks before it.
  static func of(_ company: Company, _ tongue: Tongue) -> String {
    let choices = texts(tongue)
    return "\n\n" + choices[company.index % choices.count] + "\n" + imprint(company, tongue)
  }

  private static func imprint(_ company: Company, _ tongue: Tongue) -> String {
    switch tongue {
    case .de: "\(company.fullName) · Sitz: \(company.place.city) · HRB \(10_000 + company.index * 37)"
    case .fr: "\(company.fullName), \(company.place.city)"
    default:
      company.index % 2 == 0
        ? company.fullName
        : "\(company.fullName). Registered office: \(company.place.city), \(company.place.countryName)"
    }
  }

  private static func texts(_ tongue: Tongue) -> [String] {
    switch tongue {
    case .en, .hi: english
    case .de:
      [
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie "
          + "bitte den Absender und löschen Sie diese E-Mail.",
        "Informationen zum Datenschutz finden Sie auf unserer Internetseite.\n"
          + "Bitte denken Sie an die Umwelt, bevor Sie diese Nachricht drucken.",
      ]
    case .es:
      [
        "Este mensaje y sus adjuntos son confidenciales. Si no es usted el destinatario, le rogamos que lo comunique y "
          + "lo elimine.",
        "AVISO LEGAL: puede ejercer sus derechos de acceso y rectificación por escrito ante el responsable de datos.",
      ]
    case .fr:
      [
        "Ce message est confidentiel et destiné exclusivement à son destinataire. Si vous l'avez reçu par erreur, merci "
          + "d'en avertir l'expéditeur.",
        "Afin de préserver l'environnement, merci de n'imprimer ce courriel qu'en cas de nécessité.",
      ]
    }
  }

  private static let english = [
    "This email and any attachments are confidential and intended solely for the addressee. If you have received it in "
      + "error please notify the sender and delete it.",
    "CONFIDENTIALITY NOTICE: The contents of this message may be privileged. Views expressed are those of the author "
      + "and not necessarily those of the company.",
    "Please consider the environment before printing this email.",
    "We have taken reasonable care to keep this message free of viruses, but accept no liability for any damage.",
    "A change of our bank details will never be announced by e-mail. When in doubt, call us.",
    "How we handle personal data is described in the privacy notice on our website.",
  ]
}
