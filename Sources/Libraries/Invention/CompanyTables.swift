// What invented companies are put together from: places, trades, legal forms and the words of their names.

/// A town with what depends on it.
struct Place {
  let city: String
  let country: String
  let countryName: String
  let zone: Zone
  let dialling: String
  let culture: Culture
  let tongue: Tongue

  static let all: [Place] = [
    Place("Leeds", "GB", "United Kingdom", .london, "+44", .british, .en),
    Place("London", "GB", "United Kingdom", .london, "+44", .british, .en),
    Place("Pune", "IN", "India", .india, "+91", .indian, .hi),
    Place("Hamburg", "DE", "Germany", .berlin, "+49", .german, .de),
    Place("Bristol", "GB", "United Kingdom", .london, "+44", .british, .en),
    Place("Bengaluru", "IN", "India", .india, "+91", .indian, .hi),
    Place("Dublin", "IE", "Ireland", .london, "+353", .irish, .en),
    Place("Madrid", "ES", "Spain", .berlin, "+34", .spanish, .es),
    Place("Lyon", "FR", "France", .berlin, "+33", .french, .fr),
    Place("Boston", "US", "United States", .boston, "+1", .american, .en),
    Place("Manchester", "GB", "United Kingdom", .london, "+44", .british, .en),
    Place("Mumbai", "IN", "India", .india, "+91", .indian, .hi),
    Place("Stuttgart", "DE", "Germany", .berlin, "+49", .german, .de),
    Place("Edinburgh", "GB", "United Kingdom", .london, "+44", .british, .en),
    Place("Copenhagen", "DK", "Denmark", .berlin, "+45", .nordic, .en),
    Place("Chicago", "US", "United States", .chicago, "+1", .american, .en),
    Place("Hyderabad", "IN", "India", .india, "+91", .indian, .hi),
    Place("Bilbao", "ES", "Spain", .berlin, "+34", .spanish, .es),
    Place("Nantes", "FR", "France", .berlin, "+33", .french, .fr),
    Place("Vienna", "AT", "Austria", .berlin, "+43", .german, .de),
  ]

  private init(
    _ city: String, _ country: String, _ countryName: String, _ zone: Zone, _ dialling: String, _ culture: Culture,
    _ tongue: Tongue
  ) {
    (self.city, self.country, self.countryName, self.zone) = (city, country, countryName, zone)
    (self.dialling, self.culture, self.tongue) = (dialling, culture, tongue)
  }

  /// Legal forms of the country, as clients spell them.
  var legalForms: [String] {
    switch country {
    case "DE": ["GmbH", "AG", "GmbH & Co. KG", "SE"]
    case "AT": ["GmbH", "AG"]
    case "IN": ["Pvt Ltd", "Private Limited", "Pvt. Ltd.", "Ltd"]
    case "US": ["Inc.", "LLC", "Corp."]
    case "ES": ["S.L.", "S.A."]
    case "FR": ["SAS", "SARL", "S.A."]
    case "DK": ["A/S", "ApS"]
    case "IE": ["Ltd", "Limited"]
    default: ["Ltd", "Limited", "plc", "Ltd."]
    }
  }
}

extension Zone {
  static let london = Zone(minutes: 0, summer: .europe)
  static let berlin = Zone(minutes: 60, summer: .europe)
  static let india = Zone(minutes: 330, summer: .none)
  static let boston = Zone(minutes: -300, summer: .america)
  static let chicago = Zone(minutes: -360, summer: .america)
}

/// A line of business with the roles that it hires for.
struct Trade {
  let name: String
  let tails: [String]
  let roles: [String]
  let skills: [String]

  private init(_ name: String, _ tails: String, _ roles: String, _ skills: String) {
    self.name = name
    self.tails = tails.split(separator: ",").map(String.init)
    self.roles = roles.split(separator: ",").map(String.init)
    self.skills = skills.split(separator: ",").map(String.init)
  }

  static let all: [Trade] = [
    Trade(
      "Software", "Software,Systems,Labs,Digital",
      "Backend Engineer,Platform Lead,QA Automation Engineer,Product Manager,Engineering Manager,Data Engineer",
      "Go,Kotlin,Kubernetes,PostgreSQL,React,test automation"),
    Trade(
      "Logistics", "Logistics,Freight,Cargo,Supply Chain",
      "Transport Manager,Warehouse Shift Lead,Customs Specialist,Fleet Planner,Regional Operations Manager",
      "customs clearance,route planning,WMS,cold chain,tachograph rules"),
    Trade(
      "Healthcare", "Healthcare,Clinics,Medical,Diagnostics",
      "Ward Manager,Radiographer,Clinical Pharmacist,Practice Manager,Theatre Nurse",
      "infection control,rota planning,patient flow,CQC reports,MRI"),
    Trade(
      "Manufacturing", "Works,Precision,Components,Engineering",
      "CNC Programmer,Maintenance Engineer,Quality Manager,Production Planner,Plant Manager",
      "Heidenhain controls,lean,SAP PP,PPAP,5-axis milling"),
    Trade(
      "Finance", "Capital,Assurance,Finance,Mutual",
      "Credit Risk Analyst,Finance Controller,Actuary,Compliance Officer,Internal Auditor",
      "IFRS 17,Basel reporting,SQL,stress testing,AML"),
    Trade(
      "Energy", "Energy,Renewables,Power,Grid",
      "Wind Turbine Technician,Grid Planner,Project Developer,HSE Manager,Substation Engineer",
      "high voltage permits,PSCAD,EPC contracts,SCADA,permitting"),
    Trade(
      "Retail", "Retail,Stores,Market,Trading",
      "Category Buyer,Store Manager,E-commerce Manager,Merchandise Planner,Visual Merchandiser",
      "range planning,Shopify,P&L ownership,demand planning,supplier terms"),
    Trade(
      "Pharma", "Pharma,Biosciences,Therapeutics,Life Sciences",
      "Regulatory Affairs Manager,QP,Clinical Trial Manager,Process Chemist,Validation Engineer",
      "GMP,eCTD,GCP,cleaning validation,scale-up"),
    Trade(
      "Hospitality", "Hotels,Hospitality,Kitchens,Resorts",
      "Head Chef,Front Office Manager,Revenue Manager,General Manager,Events Manager",
      "yield management,Opera PMS,banqueting,HACCP,pre-opening"),
    Trade(
      "Construction", "Construction,Build,Interiors,Civils",
      "Quantity Surveyor,Site Manager,BIM Coordinator,Bid Manager,Structural Engineer",
      "NEC4,Revit,retrofit,groundworks,tender pricing"),
  ]
}

/// First words of company names; a second one is joined when a world needs more than there are.
enum CompanyWords {
  static let heads =
    ("Alderbrook Amberlight Ashgrove Bellwether Bluefern Bracken Brightmoor Calderstone Candlewick Cobblestone "
    + "Coppergate Cranesbill Dovetail Driftwood Eaglehurst Ellerby Emberfield Fallowmere Farrier Featherstone "
    + "Flintlock Foxglove Galehaven Glasswing Goldcrest Greyfriar Halcyonic Harrowgate Hazelmount Heronsgate "
    + "Hollyoak Ironbridge Ivoryline Juniper Kestrelton Kingfisher Lanternfish Larkspur Limewood Lodestar "
    + "Magpie Marigold Meadowlark Millrace Moonraker Mossbank Nightjar Northwold Oakhaven Orchardine "
    + "Ospreymark Palisade Peppercorn Pinewarden Plumridge Quarrydale Quicksilver Ravensworth Redshank Ridgeback "
    + "Rookwood Saffronel Sandpiper Sextant Silverbirch Skylarker Snowberry Sorrelton Starling Stonechat "
    + "Sunderline Swallowtail Tanglewood Thornbury Tidewater Timberlake Turnstone Umberfield Velvetine Violetto "
    + "Wagtail Waxwing Wayfarer Whinchat Wildrye Willowmere Windhover Woodruff Yarrowby Zephyrine").split(
      separator: " "
    ).map(String.init)
  static let indian =
    ("Sahyadri Nilgiri Chandrakanta Gulmohar Kaveripak Malhar Parijat Rohini Shravani Tungabhadra Vindhyaka "
    + "Ashoknagar Champaka Deodar Indrayani Jaltarang Koyna Mandovi Pranahita Sindhuja").split(
      separator: " "
    ).map(String.init)
  static let german =
    ("Kranichfeld Lindenau Moorhof Nordkant Auerhahn Birkengrund Deichwerk Eisvogel Falkenried Hagebutte "
    + "Hansemark Ilmtal Kornblume Rotbuche Schwanenteich Weissdorn").split(separator: " ").map(String.init)
  static let spanish =
    ("Almendrera Brezal Cigüeña Encinar Garzón Lavandar Madroño Olivarejo Peñagrande Robledal Salinera "
    + "Torreblanca").split(separator: " ").map(String.init)
  static let french =
    ("Aubépine Bocage Clairval Genévrier Hirondelle Lisière Martinet Merisier Ormeraie Roselière Tilleul "
    + "Valmont").split(separator: " ").map(String.init)
  static let endings =
    "bridge field gate mark stead worth haven mere ton ley wick brook shaw dale hurst more port well".split(
      separator: " "
    ).map(String.init)

  /// The words for companies of a culture.
  static func heads(of culture: Culture) -> [String] {
    switch culture {
    case .indian: indian
    case .german: german
    case .spanish: spanish
    case .french: french
    default: heads
    }
  }
}
