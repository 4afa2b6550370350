import LedgerStorage
import Operations
import Rollout
import Testing

@Suite("How much evidence a server takes")
struct EvidenceQuotaTests {
    private static let start = Instant(milliseconds: 1_759_312_800_000)

    private func refusal(
        _ quota: EvidenceQuota, _ bytes: Int, _ reader: String = "ann", after seconds: Int = 0
    ) -> EvidenceQuota.Refusal? {
        do throws(EvidenceQuota.Refusal) {
            try quota.take(bytes, of: reader, at: Self.start.advanced(by: .seconds(seconds)))
            return nil
        } catch {
            return error
        }
    }

    @Test("A day's worth for each token, and a day later as much again")
    func day() {
        let quota = EvidenceQuota(perDay: 10, whole: 1000)
        #expect(refusal(quota, 10) == nil)
        #expect(refusal(quota, 1, after: 3600) == .day(wait: .seconds(82_800)))
        #expect(refusal(quota, 1, "bob", after: 3600) == nil)
        #expect(refusal(quota, 11, "eve") == .day(wait: .seconds(86_400)))
        #expect(refusal(quota, 10, after: 86_400) == nil)
        #expect(quota.total == 21)
    }

    @Test("All evidence has one limit, to the byte")
    func whole() {
        let quota = EvidenceQuota(perDay: 100, whole: 10)
        #expect(refusal(quota, 11) == .whole)
        #expect(refusal(quota, 10) == nil)
        #expect(refusal(quota, 1, "bob") == .whole)
    }

    @Test("What could not be kept takes no room: of nobody's day, and not of the whole")
    func givenBack() {
        let quota = EvidenceQuota(perDay: 10, whole: 10)
        #expect(refusal(quota, 10) == nil)
        quota.settle(10, of: "ann", isNew: false)
        #expect(quota.total == 0)
        #expect(refusal(quota, 10) == nil)
        quota.settle(10, of: "ann", isNew: true)
        #expect(quota.total == 10)
        #expect(refusal(quota, 1) == .whole)
    }

    @Test(
        "What is under way keeps its room while the rest is counted, and gives it back where it failed"
    )
    func reserved() async throws {
        try await LogPlace.with { log in
            try log.location.content.put(Array("six by".utf8))
            let quota = EvidenceQuota(perDay: 100, whole: 16)
            try await quota.count(in: log.location)
            #expect(refusal(quota, 10) == nil)
            // The ten are not stored yet.
            try await quota.count(in: log.location)
            #expect(quota.total == 16)
            #expect(refusal(quota, 1, "bob") == .whole)
            quota.settle(10, of: "ann", isNew: false)
            #expect(quota.total == 6)
            #expect(refusal(quota, 4, "bob") == nil)
            try log.location.content.put(Array("four".utf8))
            quota.settle(4, of: "bob", isNew: true)
            #expect(quota.total == 10)
            try await quota.count(in: log.location)
            #expect(quota.total == 10)
            #expect(refusal(quota, 7, "eve") == .whole)
        }
    }

    @Test("What there is already is counted")
    func count() async throws {
        try await LogPlace.with { log in
            try log.location.content.put(Array("six by".utf8))
            let quota = EvidenceQuota(perDay: 10, whole: 10)
            try await quota.count(in: log.location)
            #expect(quota.total == 6)
            #expect(refusal(quota, 5) == .whole)
        }
    }
}
