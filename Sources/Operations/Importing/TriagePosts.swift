import Attestation
import Files
package import Importing
import LedgerStorage
package import Rollout

/// Lists posts by when somebody has to act, with what was decided about them.
package struct TriagePosts: Sendable {
    /// A post in the list.
    package struct Row: Sendable {
        package let read: ReadAnnouncement
        /// The path of its checklist; nil where there is none.
        package let checklist: String?
        /// The newest decision about it; nil where there is none.
        package let decision: Decided?
    }

    /// What somebody decided about a post.
    package struct Decided: Hashable, Sendable {
        package let triage: Triage
        /// The entry that keeps it.
        package let entry: Entry
        /// Whether the post said something else when it was decided about.
        package let isOutdated: Bool

        package var principal: Principal { entry.statement.principal }

        /// Whether it settles what becomes of the post: it is about this text of it, and no signature
        /// shows that somebody else made it.
        package var isSettled: Bool {
            switch entry.authentication {
            case .refused, .withdrawn: false
            case .none, .unverified, .key: !isOutdated
            }
        }
    }

    private let context: OperationContext
    private let folder: String
    private let method: SigningMethod

    /// - Parameters:
    ///   - context: Where the ledger is, and what time it is.
    ///   - folder: Where the checklists are.
    ///   - method: How decisions are signed.
    package init(
        _ context: OperationContext, checklists folder: String,
        signing method: SigningMethod = .usual
    ) {
        self.context = context
        self.folder = folder
        self.method = method
    }

    /// The posts, the most urgent first.
    package func list(_ posts: [ReadAnnouncement]) async throws -> [Row] {
        let decisions = try await decisions()
        return posts.map { read in
            let path = "\(folder)/\(read.post.id.lowercased()).yaml"
            let newest = decisions.last { $0.triage.announcement == read.post.id }
            return Row(
                read: read, checklist: Folder.holdsSomething(at: path) ? path : nil,
                decision: newest.map { newest in
                    Decided(
                        triage: newest.triage, entry: newest.entry,
                        isOutdated: newest.statement.checklist != read.digest)
                })
        }
        .sorted { Self.rank($0.read) < Self.rank($1.read) }
    }

    /// What comes first: the day, then the severity, then major changes, then the number.
    private static func rank(_ read: ReadAnnouncement) -> (Int, Int, Int, String) {
        (
            read.dateToAct?.daysSinceEpoch ?? .max, read.urgency,
            read.post.isMajorChange == true ? 0 : 1, read.post.id
        )
    }

    /// Records what becomes of posts, one entry for each.
    package func decide(
        _ choice: Triage.Choice, _ ids: [String], of posts: [ReadAnnouncement], reason: String,
        by principal: Principal, tell: (String) -> Void = { _ in }
    ) async throws -> [Entry] {
        let now = context.clock()
        let location = context.location(for: nil)
        let isNew = !Folder.holdsSomething(at: location.path)
        let signers = isNew ? .none : try await ReadSigners.read(location)
        let unchosen = StatementSigning(
            method: method, isRequired: false, signers: signers, now: now)
        try unchosen.requireOne(of: ids.count)
        let signing = try await unchosen.choosing(for: principal)
        if let lack = signing.lack { tell(lack.note(for: principal)) }
        var drafts: [Draft] = []
        for id in ids {
            guard let read = posts.first(where: { $0.post.id == id.uppercased() }) else {
                throw OperationFailure.unknown(.post, id, known: posts.map(\.post.id))
            }
            let triage = Triage(announcement: read.post.id, choice: choice, reason: reason)
            drafts.append(
                try await signing.sign(triage.statement(of: read.digest, by: principal, at: now))
                    .draft)
        }
        let ledger = location.ledger()
        let entries = try await ledger.append(drafts, at: now)
        try await ledger.close()
        return entries
    }

    private func decisions() async throws -> [(entry: Entry, statement: Statement, triage: Triage)]
    {
        let location = context.location(for: nil)
        guard Folder.holdsSomething(at: location.path) else { return [] }
        let ledger = location.ledger()
        let reading = try await ledger.reading(of: Triage.rollout.id, asOf: .everything)
        try await ledger.close()
        return reading.entries.compactMap { entry in
            guard case .triage(let triage) = entry.statement.body else { return nil }
            return (entry, entry.statement, triage)
        }
    }
}
