// swift-tools-version: 6.2
// The fuzzers: a package of their own, because an executable with libFuzzer's entry point would break the main build.
// The libraries are links to the main package's folders.
import PackageDescription

let package = Package(
  name: "kith-fuzz",
  targets: [
    .target(name: "PlantedCrash"),
    .target(name: "CLibC"),
    .target(name: "Bytes", dependencies: ["CLibC"]),
    .target(name: "JSONLines", dependencies: ["Bytes"]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .target(name: "WebPage", dependencies: ["CLibXML2"]),
    .executableTarget(
      name: "fuzz-json", dependencies: ["Bytes", "JSONLines", "PlantedCrash"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "Templates", dependencies: ["Bytes", "JSONLines"]),
    .executableTarget(
      name: "fuzz-templates", dependencies: ["JSONLines", "PlantedCrash", "Templates"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "Mail", dependencies: ["Bytes", "CLibC"]),
    .executableTarget(
      name: "fuzz-mail", dependencies: ["Mail", "PlantedCrash"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "VCard"),
    .target(name: "CPhoneNumber", linkerSettings: [.linkedLibrary("phonenumber")]),
    .target(name: "Phones", dependencies: ["CPhoneNumber", "Identity"]),
    .target(
      name: "Cards",
      dependencies: ["Bytes", "Correspondence", "Identity", "JSONLines", "Names", "Phones", "VCard"]),
    .executableTarget(
      name: "fuzz-cards", dependencies: ["Cards", "JSONLines", "PlantedCrash", "VCard"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .systemLibrary(name: "CLibPSL", pkgConfig: "libpsl"),
    .target(name: "CPageLayouts"),
    .target(name: "Identity", dependencies: ["CLibPSL"]),
    .target(name: "Names"),
    .target(
      name: "Profile",
      dependencies: ["Bytes", "CPageLayouts", "Calendar", "Identity", "JSONLines", "Names", "WebPage"]),
    .executableTarget(
      name: "fuzz-profile", dependencies: ["PlantedCrash", "Profile", "WebPage"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "fuzz-page", dependencies: ["PlantedCrash", "WebPage"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]
    ),
    .target(name: "TextEncodings", dependencies: ["Bytes", "CLibC"]),
    .executableTarget(
      name: "fuzz-encodings", dependencies: ["PlantedCrash", "TextEncodings"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "CSV", dependencies: ["Bytes", "JSONLines", "TextEncodings"]),
    .target(name: "SQLDump", dependencies: ["Bytes"]),
    .executableTarget(
      name: "fuzz-dumps", dependencies: ["PlantedCrash", "SQLDump"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "fuzz-tables", dependencies: ["Bytes", "CSV", "PlantedCrash"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .target(name: "Archive", dependencies: ["Bytes", "CZlib"]),
    .executableTarget(
      name: "fuzz-archives", dependencies: ["Archive", "PlantedCrash"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "Calendar"),
    .target(name: "Command", dependencies: ["Bytes", "Calendar", "JSONLines"]),
    .target(name: "Team", dependencies: ["Calendar", "Command", "Identity", "JSONLines"]),
    .target(
      name: "Chat",
      dependencies: ["Archive", "Bytes", "Calendar", "Identity", "JSONLines", "Names", "Team", "TextEncodings"]),
    .target(name: "ChatChecks", dependencies: ["Chat", "JSONLines", "Team"]),
    .executableTarget(
      name: "fuzz-chats", dependencies: ["Chat", "ChatChecks", "PlantedCrash"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .executableTarget(
      name: "fuzz-messengers", dependencies: ["Chat", "ChatChecks", "PlantedCrash"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "Zones", dependencies: ["Bytes"]),
    .executableTarget(
      name: "fuzz-zones", dependencies: ["PlantedCrash", "Zones"], swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(
      name: "Correspondence", dependencies: ["Bytes", "Calendar", "Identity", "JSONLines", "Names", "Team"]),
    .executableTarget(
      name: "fuzz-contacts", dependencies: ["Correspondence", "PlantedCrash"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .systemLibrary(name: "CICU", pkgConfig: "icu-i18n"),
    .target(name: "Transliteration", dependencies: ["CICU"]),
    .target(name: "Matching"),
    .target(
      name: "Tabular",
      dependencies: ["Bytes", "Calendar", "Identity", "JSONLines", "Matching", "Names", "Transliteration"]),
    .target(
      name: "Resolution",
      dependencies: ["Bytes", "Calendar", "Identity", "JSONLines", "Matching", "Names", "Tabular", "Transliteration"]),
    .executableTarget(
      name: "fuzz-states", dependencies: ["Bytes", "JSONLines", "PlantedCrash", "Resolution"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    .target(name: "CJudgementData"),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "Learning", dependencies: ["Bytes", "JSONLines"]),
    .target(
      name: "Rules",
      dependencies: ["Bytes", "CJudgementData", "CRE2", "Calendar", "JSONLines", "Learning", "Zones"]),
    .executableTarget(
      name: "fuzz-rules", dependencies: ["JSONLines", "Learning", "PlantedCrash", "Rules"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
