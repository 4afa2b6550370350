import Attestation
import LedgerStorage
import Rollout

/// Stores a batch by one statement.
struct PostgresInsertion {
    private let connection: PostgresConnection

    init(_ connection: PostgresConnection) { self.connection = connection }

    /// Everything behind the update of the one row of the log is stored where that row was as it is
    /// said to be, and nothing where it was not.
    private static let statement = """
        WITH moved AS (
            UPDATE log SET size = $1, peaks = $2, previous = $3
            WHERE id = 1 AND size = $4 AND peaks = $5 RETURNING 1
        ), new_entries AS (
            INSERT INTO entries (sequence, recorded_at, digest, said, subtrees, bytes)
            SELECT t.* FROM moved, unnest($6, $7, $8, $9, $10, $11) AS t
        ), new_listed AS (
            INSERT INTO rollout_entries (rollout, ordinal, sequence, link)
            SELECT t.* FROM moved, unnest($12, $13, $6, $14) AS t
        ), new_rollouts AS (
            INSERT INTO rollouts (bucket, rollout)
            SELECT t.* FROM moved, unnest($15, $16) AS t
        ), new_buckets AS (
            INSERT INTO buckets (bucket, sequence, digest)
            SELECT t.bucket, $1, t.digest FROM moved, unnest($17, $18) AS t (bucket, digest)
        ), new_texts AS (
            INSERT INTO texts (digest, rollout, place, sequence)
            SELECT t.* FROM moved, unnest($19, $20, $21, $22) AS t
        ), new_restarts AS (
            INSERT INTO restarts (sequence) SELECT t.* FROM moved, unnest($23) AS t
        )
        SELECT count(*) FROM moved
        """

    /// False where the ledger does not end with the tree any more, and nothing was stored.
    func store(_ batch: LedgerBatch, after known: MerkleTree) throws(PostgresFailure) -> Bool {
        let entries = batch.entries
        let grown = batch.grown
        let new = grown.filter(\.isNew)
        let buckets = Set(grown.map(\.bucket)).sorted()
        let texts = entries.compactMap { entry in entry.text.map { ($0, entry.entry.sequence) } }
        let head = batch.head
        let answer = try connection.ask(
            Self.statement,
            [
                .integer(head.tree.size), .bytes(DigestBlob.bytes(head.tree.peaks)),
                .bytes(DigestBlob.bytes(head.previous.map { [$0] } ?? [])),
                .integer(known.size), .bytes(DigestBlob.bytes(known.peaks)),
                .integers(entries.map(\.entry.sequence)),
                .integers(entries.map { Int($0.entry.recordedAt.milliseconds) }),
                .byteStrings(entries.map(\.entry.digest.bytes)),
                .byteStrings(entries.map { $0.said?.bytes }),
                .byteStrings(entries.map { DigestBlob.bytes($0.subtrees) }),
                .byteStrings(entries.map(\.bytes)),
                .texts(entries.map(\.entry.statement.rollout.id)),
                .integers(entries.map(\.entry.ordinal)),
                .byteStrings(entries.map(\.link.bytes)),
                .integers(new.map(\.bucket)), .texts(new.map(\.rollout)),
                .integers(buckets), .byteStrings(buckets.map { head.chains[$0].bytes }),
                .byteStrings(texts.map(\.0.digest.bytes)), .texts(texts.map(\.0.rolloutText)),
                .texts(texts.map(\.0.placeText)), .integers(texts.map(\.1)),
                .integers(entries.filter(\.isRestart).map(\.entry.sequence)),
            ])
        return answer.integer(0, 0) == 1
    }
}
