// Names of days and months in the languages that the agency writes in, from CLDR.

/// A language that people of the invented world write in; `hi` is English mixed with romanised Hindi.
enum Tongue: String, CaseIterable {
  case en, de, es, fr, hi
}

/// Names of days and months.
enum CalendarWords {
  static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  static func longDay(_ index: Int, _ tongue: Tongue) -> String {
    switch tongue {
    case .en, .hi: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][index]
    case .de: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"][index]
    case .es: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"][index]
    case .fr: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"][index]
    }
  }

  static func longMonth(_ month: Int, _ tongue: Tongue) -> String {
    let index = month - 1
    switch tongue {
    case .en, .hi:
      return [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ][index]
    case .de:
      return [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
        "November", "Dezember",
      ][index]
    case .es:
      return [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
      ][index]
    case .fr:
      return [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
      ][index]
    }
  }

  static func shortDay(_ index: Int, _ tongue: Tongue) -> String {
    switch tongue {
    case .en, .hi: days[index]
    case .de: ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."][index]
    case .es: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"][index]
    case .fr: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."][index]
    }
  }

  static func shortMonth(_ month: Int, _ tongue: Tongue) -> String {
    let index = month - 1
    switch tongue {
    case .en, .hi: return months[index]
    case .de:
      return [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez.",
      ][index]
    case .es:
      return ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic"][index]
    case .fr:
      return [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
      ][index]
    }
  }
}
