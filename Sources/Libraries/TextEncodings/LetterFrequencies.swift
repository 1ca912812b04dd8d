/// How often letters beyond ASCII stand in the texts of a language: in a thousand of them, in lower case.
///
/// Counted over the messages that programs of Debian 12 print in it (coreutils, bash, apt, dpkg, GTK, GLib, tar and others:
/// their translations in /usr/share/locale); letters of fewer than two in a thousand are left out, and the commas below of
/// Romanian are the cedillas that its older encodings have.
enum LetterFrequencies {
  /// The letters of `language`, an ISO 639-1 code.
  static func letters(of language: String) -> [Unicode.Scalar: Double] {
    var letters: [Unicode.Scalar: Double] = [:]
    // By scalars: a space and a vowel sign behind it are one of Swift's characters.
    for line in table.unicodeScalars.split(separator: "\n") {
      let items = line.split(separator: " ")
      guard items.first.map({ String($0) }) == language else { continue }
      for item in items.dropFirst() {
        guard let letter = item.first, let count = Double(String(item.dropFirst())) else { continue }
        letters[letter] = count / 1000
      }
    }
    return letters
  }

  private static let table = """
    ar ا143 ل118 ي74 م71 ر50 ت50 و45 ة43 ن42 ف33 د31 س29 ع28 ب27 ح21 ق19 ك18 ص15 أ15 ج14 ط13 خ12 ه10 إ10
    ar ش9 ذ8 غ8 ض7 ز7 ى6 ث5 ّ4 ئ3 ء3 ظ2 ؤ2
    be а168 н80 ы51 р47 е45 к42 л41 і36 с36 д35 в35 т35 п34 я33 м30 з29 ь28 о27 у27 ц27 ч18 ў17 э15 б13
    be г12 й10 ш9 ф6 ж5 ю5 х5
    bg а134 е99 н87 и82 о76 т68 р54 с44 в43 д36 к34 п33 л32 з32 м24 ъ16 я15 б12 у12 ч10 г9 й8 ф8 ж8 ц7
    bg ш6 х4 щ4
    ca ó239 à203 é184 í89 è88 ò55 ç54 ú53 ï23 ü11
    cs í258 á188 ř108 é80 č80 ý77 ž65 ě59 š37 ů29 ú8 ó5 ň4
    da æ400 ø325 å230 é43
    de ü504 ä249 ö167 ß79
    el α99 ο80 τ72 ε72 ι62 ν56 ρ49 σ47 μ41 η40 κ38 π37 υ30 ς28 λ27 ί26 γ24 δ21 έ21 ό20 ά18 ή18 χ15 ω12
    el θ12 ύ10 φ10 β5 ώ5 ξ3 ζ3
    es ó410 á245 í126 ú97 é70 ñ49 º2
    et ä425 õ308 ü223 ö41 ž2
    fa ا133 ی101 ن88 ر85 د75 ه57 ت55 و48 م47 ب39 ش32 س29 ک24 خ19 ل19 پ18 ف16 ز15 ع14 گ13 ص10 ق10 ج9 ط8
    fa ٔ7 ح7 ظ4 چ3 غ3 ض2 ذ2 آ2 ّ2
    fi ä893 ö104 š2
    fr é714 è92 à88 ê50 ô22 î16 ç7 â7
    he י126 ו98 ת85 מ71 ל63 ה57 ר53 נ45 ש44 א42 ב41 ק35 פ26 ד26 ס23 ם22 ג21 ע21 ח19 ט19 כ16 ן14 צ12 ז7
    he ך6 ץ5 ף2
    hr č328 š255 ž167 ć148 đ78
    hu á328 é259 í99 ó95 ö72 ő65 ü38 ú26 ű17
    is ð330 á202 í98 ó92 æ85 ö60 ú55 þ46 é16 ý15
    it è621 à193 ò81 ù65 é32 ì7
    lt š239 ė192 ų171 į98 ž95 ą84 č52 ū44 ę23
    lv ā325 ē224 ī182 š104 ļ50 ū50 ņ34 ķ15 ž10 ģ5
    mk а154 е97 о95 т79 и78 н73 р54 д39 к38 в37 с36 п32 м30 л29 з21 у19 ј14 б12 ч12 г11 њ9 ц8 ж8 ш7 ф3
    nb å528 ø407 æ54 é10
    nl é345 ë293 ï280 ó49 ö6 è6 á3
    pl ł203 ż140 ą140 ś132 ę128 ó112 ć97 ń36 ź12
    pt ã305 ç198 á131 í102 é81 ó51 õ42 ú41 ê31 à7 º5 â5
    ro ă510 ş185 ţ164 î103 â37
    ru о95 а90 е88 и74 н72 т63 с51 р50 л44 в43 к35 п33 м30 д30 у24 я21 ы20 з19 ь19 й16 б14 ч12 г10 ж9 ф8
    ru ш6 х6 ю5 ц5 щ3 э2 ё2
    sk á197 í123 č100 ý99 ú94 é89 ť86 ž80 š49 ľ45 ň9 ó8 ô7 ä7 ĺ4 ď3
    sl č585 š276 ž138
    sr а133 е99 и86 о81 н63 р58 т50 с48 к43 у39 п38 д37 в36 м31 з26 ј25 л22 б14 г13 ч10 њ10 ш9 ц8 љ6 ж5
    sr ћ4 х3 ф3 ђ2
    sv ä487 ö291 å221
    th า55 ่54 อ51 ร49 ก49 ม48 ้43 น38 เ37 ด34 ง34 ั29 ล26 แ24 ต24 ี24 บ23 ไ23 ย22 ส21 ิ21 ข21 ว19 ท18
    th จ17 พ16 ห16 ค14 ป14 ื13 ะ12 ช11 ใ11 ำ11 ู10 ์9 ถ9 ฟ8 ุ8 ็7 ผ5 โ4 ณ4 ซ3 ึ2 ธ2 ญ2
    tr ı439 ç132 ş130 ü121 ğ91 ö61 İ26
    uk а92 о87 н83 и67 в57 е54 т53 р49 і46 к43 с38 л36 д34 п33 м32 у31 з26 я26 й14 ь13 б13 ч12 г11 ф8 ж7
    uk є7 ц6 ш6 ю6 х6 щ4 ї3
    """
}
