import Foundation
import LedgerStorage
import PostgresStorage
import Rollout

/// Two servers with a database of their own.
struct PostgresPair {
    let one: LedgerLocation
    let two: LedgerLocation
    /// The name of the database.
    let name: String
    let cluster: PostgresCluster

    /// In the cluster that most tests share, where none is named.
    static func with(
        in cluster: PostgresCluster? = nil, _ work: (PostgresPair) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder async throws in
            let cluster = try cluster ?? .common()
            let name = try await cluster.newEmptyName()
            var databases: [PostgresDatabase] = []
            var locations: [LedgerLocation] = []
            for place in ["one", "two"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(place)", withIntermediateDirectories: true)
                let database = try cluster.database(name)
                databases.append(database)
                locations.append(database.location(in: "\(folder)/\(place)"))
            }
            try await work(
                PostgresPair(one: locations[0], two: locations[1], name: name, cluster: cluster))
            for database in databases { try await database.close() }
        }
    }

    /// Has the superuser carry out some SQL in its database.
    @discardableResult
    func run(_ sql: String) throws -> String { try cluster.run(name, sql) }

    /// Brings a file to a server, which has it beside its ledger from then on.
    func bring(_ text: String, to location: LedgerLocation) async throws -> FileReference {
        let file = try location.content.put(Array(text.utf8))
        try await location.database?.bring(file.digest, of: location)
        return file
    }

    /// A signed statement that names a file.
    static func naming(_ file: FileReference) -> Draft {
        Samples.draft(
            .signOff(
                SignOff(
                    choice: .approve, note: "n", evidence: [EvidenceFile(name: "e", file: file)])))
    }
}
