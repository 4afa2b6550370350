package import Attestation
package import Rollout

/// What the next transaction adds to a ledger; nothing is stored by it.
package struct LedgerBatch {
    private let tables: any LedgerTables
    /// How the ledger ends with it.
    package private(set) var head: LedgerHead
    /// In the order of the ledger.
    package private(set) var entries: [NewEntry] = []
    private let size: Int
    private var texts: Set<TextKey> = []
    /// What was said, by its digest, as far as it was looked for.
    private var said: [ContentDigest: Int] = [:]
    /// How many entries the rollouts of this transaction had before it.
    private var earlier: [[UInt8]: Int] = [:]

    private var location: LedgerLocation { tables.location }

    /// An entry that is to be stored, with what is stored beside it.
    package struct NewEntry {
        package let entry: Entry
        package let bytes: [UInt8]
        package let subtrees: [ContentDigest]
        /// The digest of what was said; nil where nobody signed it.
        package let said: ContentDigest?
        /// The running hash over its rollout, up to it.
        package let link: ContentDigest
        /// What it is found by where it is the text of a checklist.
        package let text: TextKey?
        /// Whether it is from an earlier time than the entry before it.
        package let isRestart: Bool
    }

    /// A rollout that the batch makes longer.
    package struct GrownRollout {
        package let rollout: String
        package let bucket: Int
        package let chain: RolloutChain
        /// Whether it had no entry before.
        package let isNew: Bool
    }

    package init(_ tables: any LedgerTables, _ head: LedgerHead) {
        self.tables = tables
        self.head = head
        size = head.tree.size
    }

    /// Adds the drafts of one request, or none of them where they cannot be stored.
    ///
    /// Throws what has nothing to do with this request.
    package mutating func append(
        _ request: AppendRequest
    ) throws -> Result<[Entry], LedgerError> {
        var new: [PreparedDraft] = []
        for draft in request.drafts {
            let key = TextKey(draft.statement)
            if let key, try isKnown(key) || new.contains(where: { TextKey($0.statement) == key }) {
                continue
            }
            new.append(draft)
        }
        guard let first = new.first else { return .success([]) }
        let time: Instant
        do throws(LedgerError) {
            time = try ClockRule.present(now: request.now, newest: head.newest, location)
        } catch {
            guard try isForAnEntryAhead(first, request.now) else { return .failure(error) }
            time = request.now
        }
        let before = head
        let count = entries.count
        do throws(LedgerError) {
            for draft in new { try add(draft, time) }
        } catch {
            head = before
            texts.subtract(entries.suffix(entries.count - count).compactMap(\.text))
            entries.removeLast(entries.count - count)
            return .failure(error)
        }
        return .success(entries.suffix(new.count).map(\.entry))
    }

    /// Looks for what was said already, for `record`.
    package mutating func look(for requests: [AppendRequest]) throws {
        let said = Set(requests.flatMap(\.drafts).compactMap { SaidDigest(of: $0) })
        guard !said.isEmpty else { return }
        self.said.merge(try tables.sequences(of: said)) { first, _ in first }
    }

    /// Adds what of a request was not said before, of what was looked for.
    package mutating func record(
        _ request: AppendRequest
    ) throws -> Result<[RecordedDraft?], LedgerError> {
        let digests = request.drafts.map { SaidDigest(of: $0)?.digest }
        var seen: Set<ContentDigest> = []
        let isNew = digests.map { digest in
            guard let digest else { return true }
            return said[digest] == nil && seen.insert(digest).inserted
        }
        let new = zip(request.drafts, isNew).filter(\.1).map(\.0)
        let count = entries.count
        let result = try append(AppendRequest(drafts: new, now: request.now))
        if case .failure(let error) = result { return .failure(error) }
        let added = entries[count...]
        for entry in added {
            if let digest = entry.said { said[digest] = entry.entry.sequence }
        }
        var left = added[...]
        return .success(
            zip(request.drafts, zip(digests, isNew)).map { draft, found in
                let (digest, isNew) = found
                if let digest, let sequence = said[digest] {
                    return RecordedDraft(sequence: sequence, isNew: isNew)
                }
                // A text that is there is left out of what was added.
                guard let first = left.first(where: { $0.said == nil }),
                    first.entry.statement == draft.statement
                else { return nil }
                left = left.drop { $0.entry.sequence <= first.entry.sequence }
                return RecordedDraft(sequence: first.entry.sequence, isNew: true)
            })
    }

    /// Adds an entry as another ledger made it.
    mutating func adopt(_ bytes: [UInt8]) throws {
        let sequence = head.tree.size + 1
        let entry: Entry
        do {
            entry = try Entry(canonicalBytes: bytes)
        } catch {
            throw LedgerError.damaged(location, sequence, "\(error)")
        }
        let draft = try PreparedDraft(
            Draft(entry.statement, signature: entry.signature), location)
        let isKnown = try TextKey(draft.statement).map { try self.isKnown($0) } ?? false
        try add(draft, entry.recordedAt)
        guard entries.last?.bytes == bytes, !isKnown else {
            throw LedgerError.damaged(
                location, sequence, "it is not what a ledger makes of its statement")
        }
    }

    /// Whether a draft corrects an entry that is ahead of the clock: this is what may be said although
    /// one of two clocks is wrong.
    private func isForAnEntryAhead(_ draft: PreparedDraft, _ now: Instant) throws -> Bool {
        guard case .correction(let correction) = draft.statement.body,
            (1...head.tree.size).contains(correction.entry.sequence)
        else { return false }
        let sequence = correction.entry.sequence
        let entry =
            sequence > size
            ? entries[sequence - size - 1].entry
            : try EntryRows.entry(at: sequence, in: tables)
        return entry.digest == correction.entry.digest
            && entry.recordedAt > now.advanced(by: ClockRule.tolerance)
    }

    private mutating func add(_ draft: PreparedDraft, _ time: Instant) throws(LedgerError) {
        let sequence = head.tree.size + 1
        let rollout = Array(draft.statement.rollout.id.utf8)
        let index = RolloutBucket.index(of: rollout)
        let before = try chain(of: rollout, inBucket: index)
        let ordinal = before.count + 1
        let rollouts = head.chains.root
        let bytes = try draft.entryBytes(
            sequence: sequence, recordedAt: time, ordinal: ordinal, rollouts: rollouts, location)
        let digest = ContentDigest(ofLeaf: bytes)
        let isRestart = head.newest.map { $0.recordedAt > time } ?? false
        head.newest = LedgerState.Newest(sequence, time)
        head.previous = before.link
        var chain = before
        chain.append(digest)
        head.buckets[index]?[rollout] = chain
        if let bucket = head.buckets[index] { head.chains[index] = bucket.digest }
        if earlier[rollout] == nil { earlier[rollout] = before.count }
        let text = TextKey(draft.statement)
        if let text { texts.insert(text) }
        entries.append(
            NewEntry(
                entry: Entry(
                    sequence: sequence, recordedAt: time, ordinal: ordinal, rollouts: rollouts,
                    statement: draft.statement, signature: draft.signature, digest: digest),
                bytes: bytes, subtrees: head.tree.append(digest),
                said: bytes.withUnsafeBufferPointer { SaidDigest.digest(ofEntry: $0) },
                link: chain.link, text: text, isRestart: isRestart))
    }

    /// The chain of a rollout so far.
    private mutating func chain(
        of rollout: [UInt8], inBucket index: Int
    ) throws(LedgerError) -> RolloutChain {
        if let bucket = head.buckets[index] { return bucket[rollout] }
        do {
            let bucket = try TableChains(tables: tables).bucket(index)
            head.buckets[index] = bucket
            return bucket[rollout]
        } catch {
            throw tables.error(error)
        }
    }

    /// Whether a text is there for its rollout and place.
    private func isKnown(_ text: TextKey) throws -> Bool {
        try texts.contains(text) || tables.sequence(of: text) != nil
    }

    /// The rollouts that have more entries than before.
    package var grown: [GrownRollout] {
        earlier.compactMap { rollout, before in
            let index = RolloutBucket.index(of: rollout)
            guard let chain = head.buckets[index]?[rollout], chain.count > before else {
                return nil
            }
            return GrownRollout(
                rollout: String(decoding: rollout, as: UTF8.self), bucket: index, chain: chain,
                isNew: before == 0)
        }
    }
}
