import Rollout
import Testing

/// Parts of checklists with short names.
enum Make {
    /// The digest of a wording that no step has.
    static let otherWording = ContentDigest(of: "another wording".utf8)

    /// A moment from RFC 3339.
    static func at(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> Instant
    {
        try #require(Instant(rfc3339: text), sourceLocation: sourceLocation)
    }

    /// A point of the calendar.
    static func point(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> CalendarPoint
    {
        try #require(CalendarPoint(text), sourceLocation: sourceLocation)
    }

    /// A zone by its name.
    static func zone(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
        -> Zone
    {
        try #require(Zone(name), sourceLocation: sourceLocation)
    }

    /// What makes a step or phase not apply.
    static let off = Applicability.doesNotApply([
        Mismatch(parameter: "cloud", value: "dod", wanted: ["worldwide"])
    ])

    /// A phase that starts at a point, or between two.
    static func phase(
        _ id: PhaseID, starts: String, latest: String? = nil, ends: String? = nil,
        status: Phase.Status = .planned, started: String? = nil, ended: String? = nil,
        applicability: Applicability = .applies,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Phase {
        let earliest = try point(starts, sourceLocation: sourceLocation)
        let last = try latest.map { try point($0, sourceLocation: sourceLocation) }
        return Phase(
            id: id, title: id.text,
            starts: CalendarRange(earliest: earliest, latest: last ?? earliest),
            ends: try ends.map { CalendarRange(try point($0, sourceLocation: sourceLocation)) },
            status: status, started: try started.map { try point($0) },
            ended: try ended.map { try point($0) }, applicability: applicability)
    }

    /// A step; by default it asks one member of `ops` to sign.
    static func step(
        _ id: StepID, title: String? = nil, due: Due = Due(phase: "start"),
        level: Step.Level = .blocking,
        needs: [StepID] = [], waivable: Bool = true, notBefore: Due? = nil,
        applicability: Applicability = .applies, checks: Int = 0,
        signOff: SignOffRule? = SignOffRule(roles: ["ops"]),
        freshFor: Duration = .seconds(86_400), rules: String = ""
    ) -> Step {
        Step(
            id: id, title: title ?? id.text, role: "ops", due: due, level: level, needs: needs,
            waivable: waivable, notBefore: notBefore, applicability: applicability,
            checks: (0..<checks).map { CheckDefinition(kind: "tcp", subject: "host:\($0)") },
            signOff: signOff, freshFor: freshFor,
            rules: StepRules(
                checks: ContentDigest(of: "checks of \(id)".utf8),
                others: ContentDigest(of: "rules of \(id)\(rules)".utf8)))
    }

    /// A checklist in Berlin whose owner is olga; nora, omar and mia are ops, sam and nora security.
    ///
    /// Without phases it has one, `start`, on 2025-10-10.
    static func checklist(
        _ steps: [Step], phases: [Phase]? = nil,
        waivers: WaiverRule? = WaiverRule(roles: ["owner"], longest: .seconds(30 * 86_400)),
        zone: Zone? = nil, rollout: RolloutReference = rollout, target: TargetID? = nil,
        parameters: [Parameter] = [], text: String = "the text"
    ) throws -> Checklist {
        Checklist(
            rollout: rollout, title: "Sample", owner: "owner",
            zone: try zone ?? Make.zone("Europe/Berlin"), change: Change(),
            target: target.map { Target(id: $0, title: $0.text) }, parameters: parameters,
            timeline: try phases ?? [phase("start", starts: "2025-10-10")],
            roles: [
                Role(id: "owner", title: "Owner", members: ["olga"]),
                Role(id: "ops", title: "Operations", members: ["nora", "omar", "mia"]),
                Role(id: "security", title: "Security", members: ["sam", "nora"]),
            ],
            effects: [], steps: steps, waivers: waivers, digest: ContentDigest(of: text.utf8))
    }

    /// Where checklists are kept unless a test says otherwise.
    static let rollout = RolloutReference(id: "sample", place: "checklists/sample.yaml")
}

extension Instant {
    /// The moment some hours later.
    func plus(minutes: Int) -> Instant { advanced(by: .seconds(minutes * 60)) }

    func plus(hours: Int) -> Instant { advanced(by: .seconds(hours * 3600)) }

    /// The moment some milliseconds later.
    func plus(milliseconds: Int) -> Instant { advanced(by: .milliseconds(milliseconds)) }
}
