import Attestation
import LedgerStorage
import Operations
import Rollout
import Testing

struct ForkedIntakeTests {
    @Test("A server looks whether its ledger has what was signed before it judges what it is given")
    func refused() async throws {
        try await LogPlace.with(entries: 1) { log in
            let early = try log.copyLedger(to: "early.sqlite")
            try await log.append(2)
            let signed = try await log.sign().checkpoint.extent
            let given = try await log.location.ledger().entry(at: 3).entry.statement
            try log.restore(early)
            let now = log.place.now
            let intake = StatementIntake(log.location, log.key, firstList: "", clock: { now })
            // By nobody's key: a ledger that is whole would come to look at that.
            let signature =
                "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
            let body = given.canonicalBytes + Array("\n\(signature)".utf8)
            let failure = await logFailure { _ = try await intake.take(body) }
            #expect(
                failure
                    == .forked(
                        log.location, signed: signed, path: "\(log.keyPath).checkpoint", size: 1))
            try await intake.close()
        }
    }
}
