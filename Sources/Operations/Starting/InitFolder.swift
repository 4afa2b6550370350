import CanonicalJSON
import ChecklistDecoding
import Files
import LedgerStorage
package import Rollout

/// Makes a folder to begin with: a checklist, its schema, a ledger and what version control ignores.
package struct InitFolder: Sendable {
    private let folder: String
    private let principal: Principal
    private let context: OperationContext

    /// - Parameters:
    ///   - folder: The folder, which need not exist.
    ///   - principal: The member of the roles of the checklist.
    ///   - context: Where the ledger is, and what time it is.
    package init(_ folder: String, for principal: Principal, _ context: OperationContext) {
        self.folder = folder
        self.principal = principal
        self.context = context
    }

    /// One of the files, and whether it was made or is left as it was.
    package struct Made: Hashable, Sendable {
        package let path: String
        package let isNew: Bool
        /// What version control should ignore, and an old file does not say.
        package let lacks: String?
    }

    /// Makes what is not there; nothing that exists is touched.
    package func callAsFunction() async throws -> [Made] {
        let checklists = path("checklists")
        do throws(FileFailure) {
            try Folder.make(checklists, permissions: 0o755)
        } catch {
            throw OperationFailure.file(.start, path: checklists, error)
        }
        let checklist = "\(checklists)/\(FirstChecklist.name)"
        let schema = ChecklistSchema.json.prettyText + "\n"
        let made = [
            try make(checklist, FirstChecklist.text(for: principal, at: context.clock())),
            try make("\(checklists)/\(FirstChecklist.schema)", schema),
            try make(path(".gitignore"), "\(Self.ignored)\n", needs: Self.ignored),
        ]
        return made + [try await makeLedger(context.location(for: checklist))]
    }

    /// The folder of the ledger, which cannot be merged.
    private static let ignored = ".readiness/"

    private func path(_ name: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    private func make(_ path: String, _ text: String, needs: String? = nil) throws -> Made {
        do throws(FileFailure) {
            let isNew = try WholeFile.create(Array(text.utf8), at: path, permissions: 0o644)
            let lacks = isNew ? nil : needs.flatMap { Self.has($0, in: path) ? nil : $0 }
            return Made(path: path, isNew: isNew, lacks: lacks)
        } catch {
            throw OperationFailure.file(.start, path: path, error)
        }
    }

    private static func has(_ line: String, in path: String) -> Bool {
        let bytes = (try? RegularFile(path: path).bytes(limit: 1 << 20)) ?? []
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains {
            $0 == line || $0 == line.dropLast()
        }
    }

    private func makeLedger(_ location: LedgerLocation) async throws -> Made {
        guard location.format == .sqlite else { throw LedgerError(location, .readOnlyFormat) }
        let isNew = !Folder.holdsSomething(at: location.path)
        let shown = location.origin == .found ? path(".readiness/ledger.sqlite") : location.path
        if isNew {
            let ledger = SQLiteLedger(location)
            try await ledger.start()
            try await ledger.close()
        }
        return Made(path: shown, isNew: isNew, lacks: nil)
    }
}
