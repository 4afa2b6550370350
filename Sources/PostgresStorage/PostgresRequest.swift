import LedgerStorage
import Rollout

/// What one caller wants to be stored.
struct PostgresRequest {
    let drafts: AppendRequest
    /// What is signed is stored once.
    let isOnce: Bool
    let location: LedgerLocation
}

/// What became of it.
struct PostgresRecord {
    let entries: [Entry]
    /// One for each draft, where they were to be stored once.
    let drafts: [RecordedDraft?]
}
