// swift-tools-version: 6.2
// Every target of kith, in the order of its floors: a target imports only what stands above it.
import PackageDescription

/// C and C++ libraries, and data embedded through C's `#embed`.
let system: [Target] = [
  .target(name: "CAgencyStock", path: "Sources/System/CAgencyStock"),
  .target(name: "CCareerTables", path: "Sources/System/CCareerTables"),
  .systemLibrary(name: "CICU", path: "Sources/System/CICU", pkgConfig: "icu-i18n"),
  .target(name: "CImportTargets", path: "Sources/System/CImportTargets"),
  .target(name: "CJudgementData", path: "Sources/System/CJudgementData"),
  .target(name: "CLearnedData", path: "Sources/System/CLearnedData"),
  .target(name: "CLibC", path: "Sources/System/CLibC"),
  .systemLibrary(name: "CLibPSL", path: "Sources/System/CLibPSL", pkgConfig: "libpsl"),
  .systemLibrary(name: "CLibXML2", path: "Sources/System/CLibXML2", pkgConfig: "libxml-2.0"),
  .target(name: "CPageLayouts", path: "Sources/System/CPageLayouts"),
  .target(name: "CPhoneNumber", path: "Sources/System/CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
  .target(name: "CRE2", path: "Sources/System/CRE2", linkerSettings: [.linkedLibrary("re2")]),
  .target(name: "CSchemas", path: "Sources/System/CSchemas"),
  .target(name: "CTableMaps", path: "Sources/System/CTableMaps"),
  .target(name: "CTemplatePack", path: "Sources/System/CTemplatePack", exclude: ["generate.sh"]),
  .systemLibrary(name: "CZlib", path: "Sources/System/CZlib", pkgConfig: "zlib"),
]

/// Libraries: name and what each imports, lowest floor first.
let libraries: [(name: String, imports: [Target.Dependency])] = [
  ("Bytes", ["CLibC"]),
  ("Calendar", []),
  ("Archive", ["Bytes", "CZlib"]),
  ("JSONLines", ["Bytes"]),
  ("Command", ["Bytes", "Calendar", "JSONLines"]),
  ("TextEncodings", ["Bytes", "CLibC"]),
  ("CSV", ["Bytes", "JSONLines", "TextEncodings"]),
  ("SQLDump", ["Bytes"]),
  ("Identity", ["CLibPSL"]),
  ("Mail", ["Bytes", "CLibC"]),
  ("Matching", []),
  ("Names", []),
  ("Invention", ["CAgencyStock", "JSONLines"]),
  ("Phones", ["CPhoneNumber", "Identity"]),
  ("Team", ["Calendar", "Command", "Identity", "JSONLines"]),
  ("Suppression", ["Bytes", "Calendar", "Command", "Identity", "JSONLines", "Names", "Phones"]),
  ("Zones", ["Bytes"]),
  ("ZoneRecords", ["JSONLines", "Zones"]),
  ("MailRecords", ["Bytes", "Calendar", "Command", "JSONLines", "Mail", "Team", "ZoneRecords", "Zones"]),
  ("Chat", ["Archive", "Bytes", "Calendar", "Identity", "JSONLines", "Names", "Team", "TextEncodings"]),
  (
    "TableMaps",
    [
      "Bytes", "CSV", "CTableMaps", "Calendar", "Command", "Identity", "JSONLines", "Names", "Phones", "SQLDump",
      "Team", "TextEncodings",
    ]
  ),
  ("Transliteration", ["CICU"]),
  ("VCard", []),
  ("Correspondence", ["Bytes", "Calendar", "Identity", "JSONLines", "Names", "Team"]),
  ("Cards", ["Bytes", "Correspondence", "Identity", "JSONLines", "Names", "Phones", "VCard"]),
  ("WebPage", ["CLibXML2"]),
  ("Profile", ["Bytes", "CPageLayouts", "Calendar", "Identity", "JSONLines", "Names", "WebPage"]),
  ("Records", ["Bytes", "CSchemas", "JSONLines"]),
  ("Verdict", ["JSONLines"]),
  ("Leads", ["Bytes", "Calendar", "Correspondence", "JSONLines", "Names", "Team"]),
  ("Templates", ["Bytes", "JSONLines"]),
  ("Drafts", ["Bytes", "CTemplatePack", "Calendar", "Identity", "JSONLines", "Names", "Team", "Templates"]),
  ("Erasure", ["Identity", "JSONLines", "Mail", "Suppression"]),
  ("Tabular", ["Bytes", "Calendar", "Identity", "JSONLines", "Matching", "Names", "Transliteration"]),
  (
    "Resolution",
    ["Bytes", "Calendar", "Identity", "JSONLines", "Matching", "Names", "Tabular", "Transliteration"]
  ),
  ("Deduplication", ["Bytes", "Command", "JSONLines", "Resolution"]),
  ("Learning", ["Bytes", "JSONLines"]),
  ("Rules", ["Bytes", "CJudgementData", "CRE2", "Calendar", "JSONLines", "Learning", "Zones"]),
  ("Learned", ["CLearnedData", "Rules"]),
  ("Careers", ["Bytes", "CCareerTables", "Calendar", "Correspondence", "Identity", "JSONLines", "Names"]),
  ("Scoring", ["Bytes", "Calendar", "JSONLines", "Rules"]),
  ("CRM", ["Bytes", "CImportTargets", "CSV", "Calendar", "Identity", "JSONLines", "Names", "Team", "VCard"]),
]

/// Filters: one folder, one executable each, sorted by name.
let filters: [(name: String, imports: [Target.Dependency])] = [
  ("add-suppression", ["Bytes", "Calendar", "Command", "JSONLines", "Suppression"]),
  ("build-leads", ["Command", "JSONLines", "Leads", "Team"]),
  ("chat2jsonl", ["Archive", "Bytes", "Chat", "Command", "JSONLines", "Team", "TextEncodings"]),
  ("check-crm", ["Bytes", "CRM", "Command", "JSONLines"]),
  ("check-drafts", ["Command", "Drafts", "JSONLines", "Suppression"]),
  ("check-records", ["Bytes", "Command", "JSONLines", "Records"]),
  ("check-rules", ["Command", "JSONLines", "Learned", "Rules"]),
  ("check-templates", ["Bytes", "Command", "Drafts", "JSONLines", "Records"]),
  ("classify", ["Command", "JSONLines", "Learned", "Learning", "Rules"]),
  ("crm-export", ["Bytes", "CRM", "Command", "JSONLines", "Suppression", "Team"]),
  ("csv2jsonl", ["Bytes", "CSV", "Calendar", "Command", "JSONLines", "TableMaps", "Team"]),
  ("dedupe", ["Command", "Deduplication", "Resolution"]),
  ("detect-moves", ["Careers", "Command"]),
  ("diff-scores", ["Command", "JSONLines", "Rules", "Scoring"]),
  ("enrich-linkedin-html", ["Bytes", "Calendar", "Command", "JSONLines", "Profile"]),
  ("erase-person", ["Bytes", "Calendar", "Command", "Erasure", "JSONLines", "Suppression"]),
  ("explain-lead", ["Command", "JSONLines", "Leads"]),
  ("explain-match", ["Command", "JSONLines", "Resolution"]),
  ("extract-contacts", ["Command", "Correspondence", "JSONLines", "Team"]),
  ("find-referrals", ["Command", "JSONLines", "Leads", "Team"]),
  ("group-conversations", ["Command", "Correspondence", "JSONLines", "Team"]),
  ("invent-agency", ["Bytes", "Command", "Invention"]),
  ("judge-run", ["Command", "Verdict"]),
  ("mbox2jsonl", ["Bytes", "Command", "MailRecords", "Team"]),
  ("pages-to-save", ["Careers", "Command", "JSONLines"]),
  ("rank-records", ["Command", "JSONLines"]),
  ("relink", ["Command", "JSONLines", "Resolution"]),
  ("render-templates", ["Bytes", "Command", "Drafts", "JSONLines", "Suppression", "Team", "Templates"]),
  ("rescore", ["Calendar", "Command", "JSONLines", "Rules", "Scoring"]),
  ("review-matches", ["Bytes", "Command", "JSONLines", "Resolution"]),
  ("score", ["Bytes", "Command", "JSONLines", "Rules", "Scoring"]),
  ("select-records", ["Command", "JSONLines"]),
  ("split-quotes", ["Command", "JSONLines", "ZoneRecords"]),
  ("sponge-records", ["Bytes", "Command"]),
  ("suggest-icp", ["Command", "JSONLines", "Scoring"]),
  ("suggest-team", ["Command", "JSONLines", "Team"]),
  ("suppress", ["Command", "JSONLines", "Suppression"]),
  ("train-classifier", ["Command", "JSONLines", "Learned", "Learning", "Rules"]),
  ("vcard2jsonl", ["Bytes", "Cards", "Command", "JSONLines", "TextEncodings"]),
]

/// Libraries that have unit tests: `Tests/NAME`, with what the tests import beside the library itself.
let tested: [(name: String, imports: [Target.Dependency])] = [
  ("Bytes", []),
  ("CRM", ["JSONLines", "Team", "TestSupport"]),
  ("CSV", ["Bytes", "JSONLines", "TestSupport", "TextEncodings"]),
  ("Calendar", []),
  ("Cards", ["JSONLines"]),
  ("Careers", ["JSONLines"]),
  ("Chat", ["Calendar"]),
  ("Correspondence", ["JSONLines"]),
  ("Drafts", ["JSONLines", "Team", "Templates"]),
  ("Erasure", ["JSONLines", "Suppression", "TestSupport"]),
  ("Identity", []),
  ("Invention", ["Bytes", "TestSupport"]),
  ("Archive", ["Bytes", "TestSupport"]),
  ("JSONLines", ["Bytes", "TestSupport"]),
  ("Leads", ["Calendar", "JSONLines", "Team"]),
  ("Learning", ["JSONLines"]),
  ("Mail", ["TestSupport"]),
  ("Matching", ["TestSupport"]),
  ("Names", []),
  ("Phones", []),
  ("Profile", ["JSONLines", "WebPage"]),
  ("Records", ["JSONLines"]),
  ("Resolution", ["Bytes", "JSONLines"]),
  ("Rules", ["JSONLines", "Learned", "TestSupport"]),
  ("SQLDump", []),
  ("Scoring", ["JSONLines", "Rules"]),
  ("Suppression", ["Calendar", "JSONLines"]),
  ("TableMaps", ["CSV", "JSONLines"]),
  ("Tabular", ["JSONLines", "Matching"]),
  ("Team", []),
  ("Templates", ["JSONLines"]),
  ("TextEncodings", ["Bytes"]),
  ("Transliteration", []),
  ("VCard", []),
  ("Verdict", ["JSONLines"]),
  ("WebPage", []),
  ("Zones", []),
]

/// The folders of Tests/Golden that are data: one for each filter that has cases.
let goldenData = filters.map(\.name)

let package = Package(
  name: "kith",
  targets: system
    + libraries.map { .target(name: $0.name, dependencies: $0.imports, path: "Sources/Libraries/\($0.name)") }
    + filters.map {
      .executableTarget(name: $0.name, dependencies: $0.imports, path: "Sources/Filters/\($0.name)")
    }
    + tested.map {
      .testTarget(
        name: "\($0.name)Tests", dependencies: [.byName(name: $0.name)] + $0.imports, path: "Tests/\($0.name)")
    } + [
      .target(name: "TestSupport", dependencies: ["Bytes"], path: "Tests/Support"),
      .testTarget(
        name: "Conformance", dependencies: ["TestSupport"] + libraries.map { .byName(name: $0.name) },
        path: "Tests/Conformance", exclude: ["real"]),
      // Whole filters: the tests need every executable built, and find them beside themselves.
      .testTarget(
        name: "Golden", dependencies: ["JSONLines", "TestSupport"] + filters.map { .byName(name: $0.name) },
        path: "Tests/Golden",
        exclude: goldenData),
    ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
