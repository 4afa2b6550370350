import Attestation
import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("Receipts and proofs of a log")
struct ReceiptForEntryTests {
    @Test("A receipt proves its entry to somebody who has only the public key")
    func receipt() async throws {
        try await LogPlace.with(entries: 11) { place async throws in
            let ledger = place.location.ledger()
            for sequence in [1, 7, 11] {
                let text = try await ReceiptForEntry(place.location, place.key)(sequence).text
                let receipt = try TlogProof(text.utf8)
                let bytes = try #require(receipt.extra)
                let checkpoint = try receipt.verified(ContentDigest(ofLeaf: bytes), in: place.log)
                #expect(checkpoint.extent.size == 11)
                #expect(try Entry(canonicalBytes: bytes).sequence == sequence)
                #expect(try await ledger.entry(at: sequence).bytes == bytes)
            }
        }
    }

    @Test("An entry that is not there, or newer than what was signed, has no receipt")
    func refused() async throws {
        try await LogPlace.with { place async throws in
            _ = try await place.sign()
            try await place.append(1)
            let elsewhere = LogKeyPlace.file(place.place.path("absent.pem"))
            #expect(
                await logFailure { try await ReceiptForEntry(place.location, elsewhere)(4) }
                    == .notSigned(sequence: 4, size: 3))
            for sequence in [0, -1, 5] {
                await #expect(
                    throws: LedgerError(
                        place.location, .fewerEntries(wanted: sequence, size: 4))
                ) { try await ReceiptForEntry(place.location, place.key)(sequence) }
            }
        }
    }

    @Test("What is signed now is proved to begin with what was signed before")
    func consistency() async throws {
        try await LogPlace.with { place async throws in
            let old = try await place.sign().checkpoint.extent
            try await place.append(8)
            let (proof, current) = try await ProveConsistency(place.location, place.key)(since: 3)
            #expect(proof.proves(current.checkpoint.extent, extends: old))
            await #expect(throws: LedgerError.self) {
                try await ProveConsistency(place.location, place.key)(since: 12)
            }
        }
    }
}
