import CanonicalJSON
import Rollout
import Testing

/// Random looks from several places, held against a second way to say what counts.
struct SitePropertyTests {
    /// One look, newest last.
    private struct Look {
        let site: String?
        let outcome: CheckOutcome.Outcome
        let version: String?
        let hours: Int
        let isOlderWording: Bool
    }

    private static func looks(_ generator: inout SeededGenerator) -> [Look] {
        let sites = ["eu-dmz", "eu-dmz", "us-dmz", "us-dmz", "apac", "EU-DMZ", nil]
        let outcomes: [CheckOutcome.Outcome] = [.met, .met, .met, .met, .unmet, .undetermined]
        let versions = ["1.3", "1.3", "1.3", "1.2", nil]
        let count = Int.random(in: 0...9, using: &generator)
        return (0..<count).map { _ in Int.random(in: 0...40, using: &generator) }.sorted(by: >)
            .map { hours in
                Look(
                    site: sites.randomElement(using: &generator) ?? nil,
                    outcome: outcomes.randomElement(using: &generator) ?? .unmet,
                    version: versions.randomElement(using: &generator) ?? nil, hours: hours,
                    isOlderWording: Int.random(in: 0..<8, using: &generator) == 0)
            }
    }

    /// Whether each of the two sites said yes last, lately, to what is asked today, and saw the same.
    private static func isMet(_ looks: [Look], hoursAgo now: Int) -> Bool {
        let last = ["eu-dmz", "us-dmz"].compactMap { site -> Look? in
            let own = looks.filter { $0.site == site }
            guard let place = own.lastIndex(where: { !$0.isOlderWording }) else { return nil }
            let tookBack = own[place...].contains { $0.isOlderWording && $0.outcome == .unmet }
            return tookBack ? nil : own[place]
        }
        return last.count == 2 && last.allSatisfy { $0.outcome == .met && $0.hours - now < 24 }
            && last[0].version != nil && last[0].version == last[1].version
    }

    @Test(
        "A step is ready where the second way says so, and was so first when it did",
        arguments: 0..<8)
    func agree(part: Int) throws {
        let sample = SiteSample(parity: Parity(facts: ["version"]))
        var met = 0
        for seed in 0..<250 {
            var generator = SeededGenerator(seed: UInt64(part * 1000 + seed))
            let looks = Self.looks(&generator)
            var book = try sample.book()
            var first: Int?
            for (place, look) in looks.enumerated() {
                book.look(
                    look.site, look.outcome, hours: look.hours,
                    facts: look.version.map { ["version": .string($0)] } ?? [:],
                    of: look.isOlderWording ? Make.otherWording : nil)
                // What was recorded at one moment is one state.
                guard place + 1 == looks.count || looks[place + 1].hours < look.hours else {
                    continue
                }
                let so = Array(looks.prefix(place + 1))
                if first == nil, Self.isMet(so, hoursAgo: look.hours) { first = look.hours }
            }
            let step = try #require(book.assessment(asOf: SiteSample.now).step("step"))
            let isMet = Self.isMet(looks, hoursAgo: 0)
            #expect((step.status == .ready) == isMet, "seed \(seed): \(looks)")
            met += isMet ? 1 : 0
            // What an older wording came to is gone once there is a newer one.
            guard !looks.contains(where: \.isOlderWording) else { continue }
            let finished = first.map { Punctuality.finished(SiteSample.now.plus(hours: -$0)) }
            #expect(step.punctuality == finished ?? .open, "seed \(seed): \(looks)")
        }
        #expect(met > 2)
    }
}
