/// How languages name the halves of the day: the markers of all locales in CLDR 42 (dayPeriods am and pm, abbreviated and wide),
/// and further words that WhatsApp writes.
enum HalfDays {
  enum Half {
    case morning, afternoon
    /// A quarter that says less than noon: hours below 12 stay, as 中午12:05.
    case noon
  }

  /// Behind or before the hour, without dots and spaces, in lower case; longer ones first, for some begin with others.
  static let words: [(word: String, half: Half)] = {
    let all = [(mornings, Half.morning), (afternoons, .afternoon), ("中午", .noon)].flatMap { words, half in
      words.split { $0.isWhitespace }.map { (word: String($0), half: half) }
    }
    return all.sorted { ($1.word.unicodeScalars.count, $0.word) < ($0.word.unicodeScalars.count, $1.word) }
  }()

  /// Those of Korean, whose dates begin with the year.
  static let korean: Set<String> = ["오전", "오후"]

  private static let mornings = """
    adduha ag am amvormittag an ap atm bn comme damanhã de delamañana dinda dop dopołdnja eparadites fh
    fm fọmọ́nin gh günortadanöň hengihengi ib ibikɛ̂glà icheheavo idiɓa isuk iđitbeaivet kang’ama karoon
    ki kiroko kiɛmɛ́ɛm kíkíríg lumalwak lwamilawu makeo mambia maná matin mañana mbaʼámbaʼ mbaꞌmbaꞌ
    moies muhi munkyo nd ntufat ntɔ́ngɔ́ n’ụtụtụ od pamilau paradites pd pg priekšp priekšpusdienā
    priešpiet prijepodne rn rw rũ sa safiya sub subaka subbaahi sárúwá taparachu tesiran tifawt to
    uhrvörmiddaachs uluchelo utuko vm vorm vormittags wd wichishu yb zdatazal zmu àárɔ̀ àárọ̀ öö
    ĩyakwakya ŋdi ǁgoagas ɛnkakɛnyá πμ ам дп претпл пријеподне проб пробед пропобед таңкы то эи үө
    ӕмбисбоныразмӕ לפנהצ לפנה״צ פֿאַרמיטאָג اےایم بن ص صباحا صباحًا صبح،منجهند غم قبل‌ازظهر قظ
    چۈشتىنبۇرۇن तडके पूर्वाह्न फुं भोर येएम सकाळ सबेरे सवेर सुबुहजा এএম পূর্বাহ্ণ পূৰ্বাহ্ন ਪੂਦੁ
    முற்பகல் ಪೂರ್ವಾಹ್ನ පෙව ก่อนเที่ยง ກ່ອນທ່ຽງ སྔ་ཆ་ སྔ་དྲོ་ နံနက် ቅቀ ጥዋት ᱥᱮᱛᱟᱜ ⵜⵉⴼⴰⵡⵜ 上午 凌晨 午前 早上 早晨 清晨
    ꎸꄑ ꮜꮎꮄ 오전 𞤢𞤰
    """

  private static let afternoons = """
    ak akasuba aluula amnamittag ch chilo cɛɛ́nko datarde delatarde dilolo du eahketbeaivet eb ebongi
    ebyámu efiafi eh eigulo em ep epasdites ew f fọívnin gd gm günortadansoň hwaĩ-inĩ ichamthi in ip
    iɓugajɔp kikiiɗe kingoto kisɛ́ndɛ kooskoliny kugú kyiukonyi lilli lk lumalwap mchochil’l md mog
    mpókwa muu nachm nachmittags ncwònzém ngo ngəgógəle nm nomëttes ntmeddit nyiaghuo n’abali odp ot
    pamunyi pasdites pashamihe pm pn pop popiet popodne popołdnju ptg ptm pēcp pēcpusdienā soir tadggʷat
    teipa tk tŋ uhrnommendaachs ut wb wengi wótpołdnja yamma yh zaarikayb zmw ös ĩyawĩoo ŋkambɔ́tnji ũg
    ǃuias ɔ̀sán ɛndámâ ɣetrɔ μμ бғ пм попл поподне послијеподне пп слоб слобед тк түштөнкийинки эк үх
    ӕмбисбоныфӕстӕ אחהצ אחה״צ נאָכמיטאָג بظ بعدازظهر دن غو م مساء مساءً منجهند،شام پیایم چۈشتىنكېيىن
    अपराह्न दपैहरबाद पीएम बेलासे शामजा सांज सांझ सांम অপরাহ্ণ অপৰাহ্ন পিএম ਬਾਦੁ பிற்பகல் ಅಪರಾಹ್ನ පව
    หลังเที่ยง ຫຼັງທ່ຽງ ཕྱི་ཆ་ ཕྱི་དྲོ་ ညနေ ከሰዓት ድቀ ᱧᱤᱫᱟᱹ ḍeffiraza ọ̀sán ⵜⴰⴷⴳⴳⵯⴰⵜ 下午 傍晚 午後 晚上 深夜 ꁯꋒ
    ꮢꭿᏹꭲꮧꮲ 오후 𞤩𞤰
    """

  /// Words between a date and its time; longer ones before those that they begin with.
  static let joints = [
    "klo", "kl", "um", "at", "a las", "às", "à", "alle", "ore", "la", "во", "в", "o", "om", "u", "об", "о", "pukul",
    "jam", "saat", "lúc", "الساعة", "ساعت", "बजे", "को",
  ]

  /// Words behind a date: the year of Bulgarian dates.
  static let dateTails = ["г"]

  /// Words behind the figures of a time.
  static let timeTails = ["uhr", "ч", "น", "ura", "óra", "klo"]

  /// The hour of the day, 0 to 23; nil when there is none such.
  static func hour(_ hour: Int, _ half: Half?) -> Int? {
    guard let half else { return (0...24).contains(hour) ? hour % 24 : nil }
    guard (0...23).contains(hour) else { return nil }
    switch half {
    case .morning: return hour == 12 ? 0 : hour
    case .afternoon: return hour < 12 ? hour + 12 : hour
    case .noon: return hour < 3 ? hour + 12 : hour
    }
  }
}
