import CanonicalJSON
import Rollout
import Testing

/// A step that two sites must look at, and what they say of it.
struct SiteSample {
    static let now = Instant(milliseconds: 1_759_665_600_000)  // 2025-10-05T12:00:00Z
    static let title = "Both see the gateway"

    var asked: [SiteID] = ["eu-dmz", "us-dmz"]
    var sites: [Site] = [
        Site(id: "eu-dmz", title: "Frankfurt", role: "ops"),
        Site(id: "us-dmz", title: "Ashburn"), Site(id: "apac", title: "Osaka"),
    ]
    var parity: Parity?
    var checks = 1
    var needs: [StepID] = []
    var notBefore: Due?
    var runners: [Principal]?
    var requiresSigning = false
    var wording = title
    /// What the digest of the step's keys but its sites and words is made of.
    var rules = ""

    /// As the decoder does it: the sites are a part of the digest of the rules.
    var step: Step {
        let asked = asked.sorted().map(\.text).joined(separator: " ")
        return Step(
            id: "step", title: wording, role: "ops", due: Due(phase: "start"), needs: needs,
            notBefore: notBefore,
            checks: (0..<checks).map {
                CheckDefinition(kind: "tcp", subject: "host:\($0)", parity: parity)
            }, sites: self.asked,
            rules: StepRules(
                checks: ContentDigest(of: "checks".utf8),
                others: ContentDigest(of: "rules \(rules) \(asked)".utf8)))
    }

    func book(_ entries: [Entry] = []) throws -> EntryBook {
        let plain = try Make.checklist([step, Make.step("other", checks: 1, signOff: nil)])
        return EntryBook(
            Checklist(
                rollout: plain.rollout, title: plain.title, owner: plain.owner, zone: plain.zone,
                change: plain.change, parameters: [], timeline: plain.timeline,
                roles: plain.roles, sites: sites, effects: [], steps: plain.steps,
                waivers: plain.waivers, requiresSigning: requiresSigning, runners: runners,
                digest: plain.digest), entries: entries)
    }
}

extension EntryBook {
    /// Adds what a site saw some hours ago.
    mutating func look(
        _ site: String?, _ outcome: CheckOutcome.Outcome = .met, hours: Int = 1,
        position: Int = 0, facts: JSONValue = [:], by principal: Principal = "robot",
        key: KeyFingerprint? = nil, observedAt: Instant? = nil, kind: String = "tcp",
        step: StepID = "step", of wording: ContentDigest? = nil,
        about elsewhere: Elsewhere = Elsewhere()
    ) {
        let instant = SiteSample.now.plus(hours: -hours)
        let standing: Finding.Standing =
            switch outcome {
            case .met: .met
            case .unmet: .unmet
            case .undetermined: .unknown
            }
        let report = CheckReport(
            position: position, kind: kind, outcome: outcome,
            obstacle: outcome == .undetermined ? Obstacle(.timedOut) : nil,
            findings: [Finding("port open", actual: "\(outcome)", standing)],
            observedAt: observedAt ?? instant, facts: .inline(JSONText(facts)),
            tool: "readiness 0.1.0", host: "gateway")
        let digest = wording ?? checklist.step(step)?.digest ?? Make.otherWording
        add(
            .check(report), step: StepReference(id: step, digest: digest), by: principal,
            from: site, key: key, at: instant, about: elsewhere)
    }

    /// The last entry with another authentication.
    mutating func authenticateLast(_ authentication: Authentication) {
        guard let last = entries.last else { return }
        self = EntryBook(
            checklist, entries: entries.dropLast() + [last.authenticated(authentication)])
    }

    /// The last entry once more, as a ledger that somebody copied into another one has it.
    mutating func repeatLast(from site: String?? = nil) {
        guard let last = entries.last else { return }
        let old = last.statement
        let statement = Statement(
            rollout: old.rollout, scope: old.scope, checklist: old.checklist, step: old.step,
            principal: old.principal, site: site ?? old.site, run: old.run, madeAt: old.madeAt,
            body: old.body)
        let sequence = entries.count + 1
        let copy = Entry(
            sequence: sequence, recordedAt: last.recordedAt, ordinal: sequence,
            rollouts: Self.digest(of: 0), statement: statement, signature: last.signature,
            digest: Self.digest(of: sequence)
        ).authenticated(site == nil ? last.authentication : .refused(.badSignature("eu-key")))
        self = EntryBook(checklist, entries: entries + [copy])
    }
}
