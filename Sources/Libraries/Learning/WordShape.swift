/// What a word stands for beyond its letters, so that "call me in March" tells a model something of "call me in May".
enum WordShape: UInt32 {
  case month = 1
  case weekday, season, occupation, name

  /// The shape of a lower-case word that is in one of the lists.
  static func of(_ word: ArraySlice<UInt32>) -> WordShape? { known[key(word)] }

  private static func key(_ word: some Sequence<UInt32>) -> UInt64 {
    word.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static let known: [UInt64: WordShape] = {
    var known: [UInt64: WordShape] = [:]
    for (shape, words) in [
      (WordShape.month, months), (.weekday, weekdays), (.season, seasons), (.occupation, occupations),
    ] {
      for word in words.split(whereSeparator: \.isWhitespace) { known[key(word.unicodeScalars.map(\.value))] = shape }
    }
    return known
  }()

  private static let months = """
    abril agosto août april apr aug august avril dec december dezember diciembre décembre enero feb february februar febrero
    février jan januar january janvier juillet juin jul juli julio july jun june juni junio mai mar march mars marzo mayo
    märz nov november noviembre novembre oct october octobre octubre oktober sep sept september septembre septiembre
    """

  private static let weekdays = """
    dienstag dimanche domingo donnerstag fri freitag friday jeudi jueves lundi lunes mardi martes mercredi miércoles mittwoch
    mon monday montag samedi samstag sat saturday sonntag sun sunday sábado thu thurs thursday tmrw today tomorrow tonight
    tue tues tuesday vendredi viernes wed wednesday
    """

  private static let seasons = """
    autumn autumn's budget christmas diwali easter eid fall fy herbst hiver holi holidays invierno natal navidad noël onam
    ostern otoño pascua pongal primavera printemps pâques quarter ramadan ramzan rentrée semester sommer sommerferien spring
    summer thanksgiving trimestre urlaub vacaciones vacances verano weihnachten winter xmas été
    """

  private static let occupations = """
    accountant accountants actuary analyst analysts architect architects assistant auditor auditors baker barista bookkeeper
    buchhalter buyer buyers camarero caregiver carpenter carpenters carer carers cashier cfo chef chefs chro cleaner cleaners
    clerk cocinero comercial commercial comptable concierge controller controllers coo cook cooks coordinator cto cuisinier
    designer designers developer developers devs director directors disponent doctor draughtsman driver drivers electrician
    electricians engineer engineers entwickler estimator estimators executive fahrer fitter fitters foreman forklift geologist
    gardener head housekeeper hygienist ingeniero ingenieur ingénieur joiner joiners koch konstrukteur lawyer librarian
    machinist machinists manager managers mason matron mechanic mechanics meister midwife nurse nurses operario operator
    operators optician paralegal pfleger pharmacist physio picker pickers pilot planner planners plater plumber plumbers
    principal producer programmer programmers receptionist recruiter recruiters roofer sachbearbeiter salesperson schlosser
    secretary seller serveur setter setters soldador sous supervisor supervisors surgeon surveyor surveyors teacher teachers
    techniker technician technicians tester testers therapist toolmaker trainer underwriter underwriters vendeur verkäufer
    vet vets waiter waiters welder welders técnico técnicos
    """
}
