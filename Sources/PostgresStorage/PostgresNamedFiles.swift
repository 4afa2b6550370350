import LedgerStorage
import Rollout

/// Makes batches whose entries name nothing that the database does not keep for good.
final class PostgresNamedFiles {
    private let content: PostgresContent
    private let location: LedgerLocation
    /// Files that the database is known to keep for good.
    private(set) var kept: Set<ContentDigest>

    init(
        _ connection: PostgresConnection, _ location: LedgerLocation, _ kept: Set<ContentDigest>
    ) {
        content = PostgresContent(connection: connection, location: location)
        self.location = location
        self.kept = kept
    }

    /// A batch of what is asked for; a request that names a file that is gone fails for itself.
    func batch(
        of requests: [PostgresRequest], _ tables: PostgresTables, _ head: LedgerHead
    ) throws -> (LedgerBatch, PostgresWriter.Results) {
        var gone: Set<ContentDigest> = []
        while true {
            var batch = LedgerBatch(tables, head)
            try batch.look(for: requests.filter(\.isOnce).map(\.drafts))
            let results = try requests.map { request -> PostgresWriter.Results.Element in
                if let lacking = Self.files(of: request).first(where: gone.contains) {
                    return .failure(removed(lacking))
                }
                guard request.isOnce else {
                    return try batch.append(request.drafts).map {
                        PostgresRecord(entries: $0, drafts: [])
                    }
                }
                return try batch.record(request.drafts).map {
                    PostgresRecord(entries: [], drafts: $0)
                }
            }
            let lacking = try keepFiles(of: batch)
            guard !lacking.isEmpty else { return (batch, results) }
            gone.formUnion(lacking)
        }
    }

    private static func files(of request: PostgresRequest) -> [ContentDigest] {
        request.drafts.drafts.flatMap { $0.statement.keptFiles.map(\.file.digest) }
    }

    /// Keeps for good what new entries are about to name, and returns what is nowhere any more.
    private func keepFiles(of batch: LedgerBatch) throws -> Set<ContentDigest> {
        var lacking: Set<ContentDigest> = []
        for entry in batch.entries {
            for digest in entry.entry.statement.keptFiles.map(\.file.digest)
            where !kept.contains(digest) {
                if try PostgresUploads(content).name(digest) {
                    kept.insert(digest)
                } else if let file = beside(digest) {
                    // Removed since the statement was let in, which had seen it here.
                    try content.keep(file)
                    kept.insert(digest)
                } else {
                    lacking.insert(digest)
                }
            }
        }
        return lacking
    }

    /// What lies beside the ledger is a cache: what cannot be read there is not there.
    private func beside(_ digest: ContentDigest) -> VerifiedContent? {
        (try? location.content.verified(digest)).flatMap(\.self)
    }

    private func removed(_ digest: ContentDigest) -> LedgerError {
        LedgerError(
            location,
            .unwritable(
                reason: "the file \(digest) was removed before a statement that names it was "
                    + "recorded; bring the file, and the statement behind it"))
    }
}
