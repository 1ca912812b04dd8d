// swift-tools-version: 6.2
// Every target of kith, in the order of its floors: a target imports only what stands above it.
import PackageDescription

/// C and C++ libraries, and data embedded through C's `#embed`.
let system: [Target] = []

/// Libraries: name and what each imports, lowest floor first.
let libraries: [(name: String, imports: [Target.Dependency])] = [
  ("Bytes", []),
  ("Calendar", []),
  ("JSONLines", ["Bytes"]),
  ("Command", ["Bytes", "Calendar", "JSONLines"]),
]

/// Filters: one folder, one executable each, sorted by name.
let filters: [(name: String, imports: [Target.Dependency])] = [
  ("check-records", ["Command"]),
  ("sponge-records", ["Bytes", "Command"]),
]

/// Libraries that have unit tests: `Tests/NAME`, with what the tests import beside the library itself.
let tested: [(name: String, imports: [Target.Dependency])] = [
  ("Bytes", []),
  ("Calendar", []),
]

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
    },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17,
  cxxLanguageStandard: .cxx17
)
