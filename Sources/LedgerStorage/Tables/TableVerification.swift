import Attestation
package import Rollout

/// Reads a whole database once, and holds everything in it against everything else.
package struct TableVerification {
    private let tables: any LedgerTables
    private let report: (LedgerDamage) -> Void
    private let each: (Entry, _ expected: Int) -> Void
    private var expected = 0
    private var rows: EntryRows
    private var tree = MerkleTree()
    /// False once an entry is missing or unreadable: the hashes behind it cannot be made.
    private var isWhole = true
    private var tally = RolloutTally()
    /// False once an entry's rollout is not known: the chains behind it cannot be made.
    private var isCounted = true
    private var listed = 0
    private var restarts: [Int] = []
    private var newest: Instant?
    /// How many entries are missing or damaged, whose rollout is not known.
    private var unknown = 0
    private var texts = 0

    package init(
        _ tables: any LedgerTables,
        _ report: @escaping (LedgerDamage) -> Void,
        _ each: @escaping (Entry, _ expected: Int) -> Void
    ) {
        self.tables = tables
        self.report = report
        self.each = each
        rows = EntryRows(tables.location, isWhole: true)
    }

    /// Returns the extent that the stored entries have.
    package mutating func run() throws -> LedgerExtent {
        expected = try tables.log()?.size ?? 0
        var last = 0
        try tables.entries(in: 1...Int.max) { sequence, row in
            if sequence != last + 1 {
                isWhole = false
                isCounted = false
                unknown += sequence - last - 1
                report(
                    LedgerDamage(
                        sequence: last + 1,
                        reason: sequence == last + 2
                            ? "it is missing" : "it and those up to \(sequence - 1) are missing"))
            }
            last = sequence
            try check(row, sequence)
            return true
        }
        try checkLog(last)
        try checkCount(.listedEntries, listed)
        try checkCount(.texts, texts)
        try checkChains()
        if isCounted, try tables.restarts() != restarts {
            report(
                LedgerDamage(
                    sequence: nil, reason: "its list of where time ran backwards is another one"))
        }
        return LedgerExtent(size: last, root: tree.root)
    }

    private mutating func check(_ row: EntryRow, _ sequence: Int) throws {
        do {
            let entry = try rows.entry(at: sequence, in: row) { entry, _ in entry }
            each(entry, expected)
            try checkLists(entry)
            try checkDecision(entry)
            if let newest, entry.recordedAt < newest { restarts.append(sequence) }
            newest = entry.recordedAt
            if isCounted, let reason = tally.objection(to: entry) {
                isCounted = false
                report(LedgerDamage(sequence: sequence, reason: reason))
            }
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            unknown += 1
            isCounted = false
            report(damage)
        }
        guard let digest = row.digest else {
            isWhole = false
            return
        }
        let subtrees = tree.append(digest)
        if isWhole, DigestBlob.digests(row.subtrees) != subtrees {
            report(
                LedgerDamage(
                    sequence: sequence, reason: "its hashes of the ledger's tree are other ones"))
        }
    }

    /// Whether the tables that find an entry find it.
    private mutating func checkLists(_ entry: Entry) throws {
        let place = try tables.sequence(
            listedFor: entry.statement.rollout.id, at: entry.ordinal)
        listed += 1
        if place != entry.sequence {
            report(
                LedgerDamage(
                    sequence: entry.sequence,
                    reason: "it is not listed in its place for its rollout"))
        }
        guard let key = TextKey(entry.statement) else { return }
        texts += 1
        if try tables.sequence(of: key) != entry.sequence {
            report(
                LedgerDamage(
                    sequence: entry.sequence, reason: "its text is not found by its digest"))
        }
    }

    /// Whether a decision was made on the entries that stand before it.
    private func checkDecision(_ entry: Entry) throws {
        guard case .decision(let decision) = entry.statement.body else { return }
        let size = decision.ledger.size
        let extent = TableExtent(tables: tables)
        let isSame =
            try size < entry.sequence && extent.tree(ofSize: size).root == decision.ledger.root
        if !isSame { report(.decision(entry)) }
    }

    /// Whether the chains of the rollouts are those that the entries make.
    private func checkChains() throws {
        guard isCounted else { return }
        let chains = TableChains(tables: tables)
        do {
            let isSame =
                try chains.hashes() == tally.chains && chains.previous() == tally.previous
                && (0..<RolloutChains.bucketCount).allSatisfy {
                    try chains.bucket($0) == tally.bucket($0)
                }
            guard !isSame else { return }
            report(LedgerDamage(sequence: nil, reason: "its table of rollouts is another one"))
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            report(damage)
        }
    }

    private func checkLog(_ last: Int) throws {
        do {
            let stored = try MerkleTree.stored(in: tables)
            guard stored.size == last else {
                let sequence = min(stored.size, last) + 1
                report(
                    LedgerDamage(
                        sequence: sequence,
                        reason: stored.size > last
                            ? "it is missing; the ledger has \(TableExtent.count(stored.size))"
                            : "it is there, but the ledger has \(TableExtent.count(stored.size))"))
                return
            }
            if isWhole, stored != tree {
                report(
                    LedgerDamage(sequence: nil, reason: "its root is not the root of its entries"))
            }
        } catch let error as LedgerError {
            guard case .damaged(let damage) = error.cause else { throw error }
            report(damage)
        }
    }

    /// Each entry was found in the table, so that one row more is one that has no entry.
    private func checkCount(_ table: CountedTable, _ count: Int) throws {
        let rows = try tables.count(table)
        if rows > count + unknown {
            report(
                LedgerDamage(
                    sequence: nil,
                    reason:
                        "the table \(table.rawValue) lists \(rows - count - unknown) more than there are"
                ))
        }
    }
}
