// The files of an earlier export.
import Bytes
import CRM
import Command

/// The rows of an earlier export in a folder; parts that are not there are no rows.
func previousExport(in folder: String, _ target: ImportTarget, _ run: Run) throws -> PreviousExport {
  guard FileSystem.isDirectory(folder) else { throw Failure(.noInput, "\(folder): no folder of a previous export") }
  var previous = PreviousExport()
  for name in try FileSystem.names(in: folder) {
    let stem = name.hasSuffix(".csv") || name.hasSuffix(".vcf") ? name.dropLast(4) : ""
    for file in target.files where file.isPart(stem) {
      let bytes = try run.readFile("\(folder)/\(name)", limit: 1 << 30)
      do throws(TargetError) {
        try previous.add(bytes, of: file, target)
      } catch {
        throw Failure(.data, "\(folder)/\(name): \(error)")
      }
    }
  }
  return previous
}
