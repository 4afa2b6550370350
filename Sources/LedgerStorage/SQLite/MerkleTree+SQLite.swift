import Attestation
import Foundation
import GRDB

extension MerkleTree {
    /// The tree over all entries, as the table `log` has it.
    static func stored(
        in database: Database, _ location: LedgerLocation
    ) throws -> MerkleTree {
        let statement = try database.cachedStatement(sql: "SELECT size, peaks FROM log")
        guard let row = try Row.fetchOne(statement), let size = Int.fromDatabaseValue(row[0]),
            let peaks = DigestBlob.digests(Data.fromDatabaseValue(row[1])),
            let tree = MerkleTree(size: size, peaks: peaks)
        else {
            throw LedgerError.damaged(location, nil, "it does not say how many entries it has")
        }
        return tree
    }
}
