package import Rollout

/// Where evidence of a server lies: what may be removed of it, and how much there is.
package protocol EvidenceStore: Sendable {
    /// The moment before which a file was brought that waited so long, in nanoseconds since 1970.
    ///
    /// By the clock that says when files were brought: that of this machine, which shows `now`, or of the
    /// database.
    func moment(_ age: Duration, before now: Instant) async throws -> Int64

    /// The files that may be removed where no statement names them, in no order.
    func removable() async throws -> [ContentStore.Kept]

    /// Removes what lies among the removable and is kept for good as well.
    func removeCopies() async throws

    /// Bytes of all files.
    func size() async throws -> Int

    /// Says that a file is wanted from now on; false where it is not there.
    func renew(_ digest: ContentDigest) async throws -> Bool

    /// How a file stands; one that is there is wanted from now on.
    func standing(of digest: ContentDigest) async throws -> EvidenceStanding

    /// Removes a file that nobody wanted since a moment, in nanoseconds since 1970; false where
    /// somebody did.
    func remove(_ digest: ContentDigest, unlessSince moment: Int64) async throws -> Bool
}

/// How a file of evidence stands where it is kept.
package enum EvidenceStanding: Hashable, Sendable {
    case missing
    /// It is there, and has its digest.
    case whole
    /// What is there does not have its digest, and who brings the file replaces it.
    case damaged
    /// The same where whoever serves may not replace it.
    case lastinglyDamaged
}

extension ContentStore: EvidenceStore {
    package func standing(of digest: ContentDigest) throws(ContentError) -> EvidenceStanding {
        guard renew(digest) else { return .missing }
        do throws(ContentError) {
            return try verified(digest) == nil ? .missing : .whole
        } catch {
            guard case .changed = error.cause else { throw error }
            return .damaged
        }
    }

    package func moment(_ age: Duration, before now: Instant) -> Int64 {
        now.advanced(by: .zero - age).milliseconds * 1_000_000
    }

    /// A folder has each file once.
    package func removeCopies() {}

    package func removable() throws -> [Kept] { try all() }

    package func size() throws -> Int { try all().reduce(0) { $0 + $1.size } }
}
