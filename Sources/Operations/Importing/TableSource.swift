import Files
package import Importing
package import Rollout

/// Reads a plan that was kept as a table.
package struct TableSource: Sendable {
    package let path: String
    package let mapping: ColumnMapping
    package let table: Table

    /// - Parameters:
    ///   - path: The file.
    ///   - sheet: The sheet of a workbook; nil takes the first plan in one that is not hidden.
    ///   - encoding: How a text is written.
    ///   - given: Headings with the keys that they stand for.
    /// - Throws: For a file that cannot be read, and a table that is no plan.
    package init(
        _ path: String, sheet: String?, encoding: TableEncoding = .unicode,
        mapping given: [(heading: String, key: String)]
    ) throws {
        self.path = path
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try RegularFile(path: path).bytes(limit: Table.mostBytes)
        } catch {
            throw OperationFailure.file(.posts, path: path, error)
        }
        do throws(TableMistake) {
            (table, mapping) = try TableReader.plan(
                bytes, path: path, sheet: sheet, encoding: encoding, given: given)
        } catch {
            throw OperationFailure.table(path: path, [error])
        }
    }

    /// The checklist that it becomes; without a day that the steps count from, the last one of the
    /// plan is it.
    ///
    /// Steps and roles that were imported into the folder before keep their ids.
    package func draft(
        start: CivilDate?, into folder: String?
    ) throws(OperationFailure) -> PlanDraft {
        var former = FormerNames()
        if let folder {
            let id = PlanDraft.id(name)
            let path = ImportAnnouncements.base(of: id, in: folder)
            if let draft = try ImportAnnouncements.contents(of: path) {
                former = FormerNames(draft: draft)
            }
        }
        let plan = PlanTable(table, mapping, keeping: former)
        guard plan.mistakes.isEmpty else { throw .table(path: path, plan.mistakes) }
        return PlanDraft(plan, name: name, start: start, keeping: former)
    }

    /// The name of the file without folder and ending: `cutover.berlin.csv` is another plan than
    /// `cutover.paris.csv`.
    private var name: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let point = file.lastIndex(of: "."), point > file.startIndex else { return file }
        return String(file[..<point])
    }
}
