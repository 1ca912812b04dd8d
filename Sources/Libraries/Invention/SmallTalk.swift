// Asides that people add: `{aside}`, `{event}` and `{thing}` in each language.

/// Small talk, picked at random.
enum SmallTalk {
  static func pick(_ slot: String, _ tongue: Tongue, _ dice: inout Dice) -> String {
    switch slot {
    case "event": return dice.pick(events)
    case "thing": return dice.pick(things)
    default: return dice.pick(asides(tongue))
    }
  }

  private static let events = [
    "the Northern HR Forum", "the People & Work summit", "that breakfast in the canal warehouse", "the CIPD evening",
    "the trade fair", "Priya's panel on retention", "the alumni dinner", "the logistics expo", "the chamber lunch",
    "the rainy barbecue at the docks", "the careers fair", "the tech meetup above the bakery",
  ]

  private static let things = [
    "the coffee machine", "our new phone system", "the builders upstairs", "the school run", "the boiler",
    "our payroll migration", "the lift", "an audit week", "the office move", "a puppy that eats cables",
  ]

  private static func asides(_ tongue: Tongue) -> [String] {
    switch tongue {
    case .en, .hi:
      return [
        "Hope the move went well.", "It never stops raining here.", "Sorry for the silence, quarter end.",
        "Thanks again for the biscuits.", "Typing this on a train, forgive the typos.",
        "Lovely to put a face to the name.",
        "We are knee-deep in appraisals.", "The office smells of paint.", "My calendar is a war zone.",
        "Back from leave and drowning.", "Greetings from a very cold meeting room.", "Half the floor has flu.",
      ]
    case .de:
      return [
        "Hier ist gerade Land unter.", "Entschuldigen Sie die späte Antwort.",
        "Ich hoffe, Sie hatten schöne Feiertage.",
        "Bei uns wird umgebaut, es staubt.", "Kurz aus dem Zug.", "Der Quartalsabschluss hält uns auf Trab.",
      ]
    case .es:
      return [
        "Perdona el retraso.", "Aquí seguimos a tope.", "Espero que las vacaciones fueran bien.",
        "Te escribo desde el tren.",
        "Estamos de mudanza.", "Qué calor en la oficina.",
      ]
    case .fr:
      return [
        "Désolé pour le délai.", "Nous sommes en plein déménagement.", "J'espère que vous allez bien.",
        "Je vous écris du train.", "C'est la folie avant la clôture.", "Merci encore pour le café.",
      ]
    }
  }
}
