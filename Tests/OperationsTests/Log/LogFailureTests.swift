import Attestation
import Files
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("The words of a log's failures")
struct LogFailureTests {
    private static let location = LedgerLocation(path: "l.sqlite")
    private static let extent = LedgerExtent(size: 1, root: ContentDigest(of: [1]))

    /// One of every case.
    private static let all: [LogFailure] = [
        .noLog(location), .hasLog(location, name: "log"), .keyInUse(path: "k.pem"),
        .noKey(path: "k.pem", name: "log"), .unsafeKey(path: "k.pem"),
        .otherKey(path: "k.pem", name: "other", ledger: location),
        .unusable("a b", .keyName("a b")),
        .unsigned(location), .forked(location, signed: extent, path: "s.checkpoint", size: 2),
        .notSigned(sequence: 7, size: 6), .otherCosignature(witness: "w"),
        .shrunk(seen: extent, size: 0), .split(seen: extent, root: ContentDigest(of: [2])),
        .unproved(seen: extent, size: 2), .proofWanted(seen: 1, size: 2),
        .otherProof(seen: 3, old: 2), .otherTiles(path: "tiles"), .busy(path: "k.pem"),
        .file(path: "x", .emptyPath),
    ]

    private static let errors: [NoteError] = [
        .tooLarge(limit: 9), .notText, .noSignatures, .tooManySignatures(limit: 9),
        .signatureLine(2), .badSignature(name: "log"), .unknownSigners, .keyForm, .keyName("a b"),
        .keyKind(9), .keyID, .keyFile, .keyUse(wanted: .ed25519), .keyUse(wanted: .cosignature),
        .checkpoint(line: 1), .checkpoint(line: 2), .checkpoint(line: 3), .checkpoint(line: 4),
        .otherLog(origin: "a", key: "b"), .proof(line: 3), .unproved, .tile(path: "tile/0/000"),
    ]

    @Test("Each is whole sentences of its own")
    func sentences() {
        let all = Self.all + Self.errors.map { .unreadable(path: "x", $0) }
        #expect(Set(all.map(\.description)).count == all.count)
        for failure in all {
            let words = failure.description
            #expect(words.hasSuffix("."), "\(words)")
            #expect(!words.contains("  ") && !words.contains(".."), "\(words)")
            #expect(!words.contains("Optional(") && !words.contains("so that"), "\(words)")
            #expect(OperationFailure.log(failure).description == words)
        }
    }
}
