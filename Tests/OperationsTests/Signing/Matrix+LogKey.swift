import Foundation
import Rollout

extension Matrix {
    /// Makes somebody's key the one that signs for the ledger (c2sp.org/signed-note).
    func makeLogKey(of name: String) throws {
        let log = "ledger.example.com/2025"
        let raw = keys.raw(name)
        let id = ContentDigest(of: Array(log.utf8) + [10, 1] + raw).hex.prefix(8)
        let letters = Data([1] + raw).base64EncodedString()
        try place.write(".readiness/ledger.sqlite.vkey", "\(log)+\(id)+\(letters)\n")
    }
}
