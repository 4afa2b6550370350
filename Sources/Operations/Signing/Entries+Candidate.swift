import LedgerStorage
import Rollout

extension [Entry] {
    /// These, and behind them a statement as if it were recorded now, to see what would come of it.
    func adding(_ statement: Statement, signedBy signature: String, at now: Instant) -> [Entry] {
        self + [
            Entry(
                sequence: .max, recordedAt: now, ordinal: count + 1,
                rollouts: ContentDigest(of: []), statement: statement, signature: signature,
                digest: ContentDigest(of: []))
        ]
    }

    /// Whether a statement is among them with the same signature.
    func hold(_ statement: Statement, signedBy signature: String) -> Bool {
        contains { $0.statement == statement && $0.signature == signature }
    }
}
