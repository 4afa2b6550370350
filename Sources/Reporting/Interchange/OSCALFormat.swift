import CanonicalJSON
import Characters
import Rollout

/// The report as assessment results of OSCAL 1.1: an observation for each check and sign-off, a
/// finding for each step, a risk for each waiver.
///
/// A waived step is not satisfied and has a risk; OSCAL has no field for signatures, so entries stand
/// in properties.
package struct OSCALFormat: ReportFormat {
    package let name = "oscal"
    package let mediaType = "application/json"
    /// Each is a document of its own, with a plan of its own.
    package let joinsReports = false

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        let places = RolloutPlaces(of: reports)
        return zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).oscal.json", bytes: Self.bytes(report, places))
        }
    }

    private static func bytes(_ report: ReportInput, _ places: RolloutPlaces) -> [UInt8] {
        let results: JSONValue = ["assessment-results": OSCALResults(report, among: places).value]
        return Array((InertText.json(results.prettyText) + "\n").utf8)
    }
}

/// The document of one report.
private struct OSCALResults {
    private let report: ReportInput
    private let assessment: Assessment
    private let context: WordingContext
    /// What tells the rollout from another one of its place; empty where there is none.
    private let source: [String]

    init(_ report: ReportInput, among places: RolloutPlaces) {
        self.report = report
        source = places.isShared(by: report) ? [report.source] : []
        assessment = report.assessment
        context = report.facts.context
    }

    private static let namespace = "https://readiness.example/ns/oscal"

    var value: JSONValue {
        let checklist = assessment.checklist
        let plan = uuid("plan")
        return [
            "uuid": uuid("results"),
            "metadata": [
                "title": words("Readiness of \(checklist.title)"),
                "last-modified": moment(assessment.asOf),
                "version": .string("\(report.ledger.size)"), "oscal-version": "1.1.2",
                "parties": .array(parties),
            ],
            "import-ap": ["href": .string("#\(plan.text ?? "")")],
            "results": [result],
            "back-matter": [
                "resources": [
                    [
                        "uuid": plan, "title": words("Checklist \(checklist.id)"),
                        "description": words(
                            "The text of the checklist at \(checklist.rollout.place), \(checklist.digest)"
                        ),
                        "rlinks": [
                            [
                                "href": .string("urn:sha256:\(checklist.digest.hex)"),
                                "hashes": [
                                    [
                                        "algorithm": "SHA-256",
                                        "value": .string(checklist.digest.hex),
                                    ]
                                ],
                            ]
                        ],
                    ]
                ]
            ],
        ]
    }

    private var parties: [JSONValue] {
        let people = Set(assessment.checklist.roles.flatMap { $0.members.map(\.text) })
            .union(assessment.entries.map(\.statement.principal.text))
        let sorted = people.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return sorted.map { name in
            ["uuid": uuid("party", name), "type": "person", "name": words(name)]
        }
    }

    private var result: JSONValue {
        let first = assessment.entries.first?.recordedAt ?? assessment.asOf
        var members: [String: JSONValue] = [
            "uuid": uuid("result"), "title": words(assessment.checklist.title),
            "description": words(
                ([LedgerWording.sentence(report.ledger)] + report.caveatSentences).joined(
                    separator: " ")),
            "start": moment(min(first, assessment.asOf)), "end": moment(assessment.asOf),
            "props": [
                property("verdict", report.verdictWords),
                property("ledger-size", "\(report.ledger.size)"),
                property("ledger-root", report.ledger.root.description),
            ],
            "reviewed-controls": [
                "control-selections": [["description": "All steps.", "include-all": [:]]]
            ],
            "attestations": [
                [
                    "parts": .array([verdict] + decisions)
                ]
            ],
        ]
        let steps = assessment.steps
        let observations = steps.flatMap(observations)
        if !observations.isEmpty { members["observations"] = .array(observations) }
        if !steps.isEmpty { members["findings"] = .array(steps.map(finding)) }
        let risks = assessment.waivers.map(risk)
        if !risks.isEmpty { members["risks"] = .array(risks) }
        return .object(members)
    }

    private var verdict: JSONValue {
        [
            "name": "verdict",
            "prose": words("The verdict is \(report.verdictWords)."),
        ]
    }

    private var decisions: [JSONValue] {
        assessment.decisions.filter(\.stands).map { decision in
            [
                "name": "decision",
                "prose": words(
                    "\(decision.principal)\(AuthenticationWording.mark(decision.entry)) decided \(DecisionWording.made(decision.decision)) for \(decision.decision.phase) (entry \(decision.entry.sequence)): \(decision.decision.reason)"
                ),
            ]
        }
    }

    private func observations(_ step: StepAssessment) -> [JSONValue] {
        let checks = step.checks.flatMap { check in
            check.entries.compactMap { entry -> JSONValue? in
                guard case .check(let report) = entry.statement.body else { return nil }
                let site = check.sites.isEmpty ? nil : entry.statement.site
                let from = site.map { " from \($0)" } ?? ""
                return observation(
                    entry, "TEST",
                    "\(step.step.title): \(check.definition.kind) \(check.definition.subject)\(from)",
                    CheckWording.reason(of: report), at: report.observedAt, until: step.countsUntil)
            }
        }
        return checks
            + step.signOffs.map { signOff in
                observation(
                    signOff.entry, "EXAMINE", "\(step.step.title): sign-off",
                    "\(signOff.principal) \(SignOffWording.verb(signOff.signOff.choice)) it. \(SignOffWording.sentence(signOff, context)) \(signOff.signOff.note)",
                    at: signOff.entry.recordedAt, until: signOff.counts ? step.countsUntil : nil)
            }
    }

    private func observation(
        _ entry: Entry, _ method: String, _ title: String, _ text: String, at: Instant,
        until: Instant?
    ) -> JSONValue {
        var members: [String: JSONValue] = [
            "uuid": uuid("observation", "\(entry.sequence)"), "title": words(title),
            "description": words(text), "methods": [.string(method)], "collected": moment(at),
            "props": entryProperties(entry),
            "origins": [
                [
                    "actors": [
                        [
                            "type": "party",
                            "actor-uuid": uuid("party", entry.statement.principal.text),
                        ]
                    ]
                ]
            ],
        ]
        if let until { members["expires"] = moment(until) }
        return .object(members)
    }

    private func finding(_ step: StepAssessment) -> JSONValue {
        let isReady = step.status == .ready && !step.isTainted
        let reason = isReady ? "pass" : step.status == .failing ? "fail" : "other"
        var members: [String: JSONValue] = [
            "uuid": uuid("finding", step.step.id.text), "title": words(step.step.title),
            "description": words(StepWording.sentence(step, context)),
            "target": [
                "type": "objective-id", "target-id": .string(token(step.step.id.text)),
                "status": [
                    "state": .string(isReady ? "satisfied" : "not-satisfied"),
                    "reason": .string(reason), "remarks": words(StepState(step).words),
                ],
            ],
        ]
        let entries = step.checks.flatMap(\.entries) + step.signOffs.map(\.entry)
        if !entries.isEmpty {
            members["related-observations"] = .array(
                entries.map { ["observation-uuid": uuid("observation", "\($0.sequence)")] })
        }
        let waivers = report.facts.waivers(of: step.step.id)
        if !waivers.isEmpty {
            members["related-risks"] = .array(
                waivers.map { ["risk-uuid": uuid("risk", "\($0.entry.sequence)")] })
        }
        return .object(members)
    }

    private func risk(_ waiver: WaiverAssessment) -> JSONValue {
        [
            "uuid": uuid("risk", "\(waiver.entry.sequence)"),
            "title": words("Waiver of \(waiver.step)"),
            "description": words(waiver.waiver.reason),
            "statement": words(WaiverWording.sentence(waiver.reason, context)),
            "props": entryProperties(waiver.entry),
            "status": .string(waiver.covers ? "deviation-approved" : "open"),
            "deadline": moment(waiver.waiver.until),
        ]
    }

    private func entryProperties(_ entry: Entry) -> JSONValue {
        [
            property("entry", "\(entry.sequence)"),
            property("entry-digest", entry.digest.description),
            property("authentication", entry.authentication.code),
        ]
    }

    private func property(_ name: String, _ value: String) -> JSONValue {
        ["name": .string(name), "ns": .string(Self.namespace), "value": words(value)]
    }

    /// Text of at least one sign that is no blank, which OSCAL asks for.
    private func words(_ text: String) -> JSONValue {
        let line = VisibleText.line(text)
        let scalars = line.unicodeScalars.drop { $0 == " " }.reversed().drop { $0 == " " }
            .reversed()
        let trimmed = MarkdownEscaping.string(scalars)
        return .string(trimmed.isEmpty ? "–" : trimmed)
    }

    private func moment(_ instant: Instant) -> JSONValue { .string(instant.rfc3339) }

    /// A step's id as a token of OSCAL: letters, digits, `.`, `-` and `_`, a letter first.
    private func token(_ text: String) -> String {
        let bytes = text.utf8.map { byte -> UInt8 in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                return byte
            case UInt8(ascii: "/"): return UInt8(ascii: ".")
            default: return UInt8(ascii: "_")
            }
        }
        return "step-" + String(decoding: bytes, as: UTF8.self)
    }

    /// A UUID that the same report gives to the same thing again: made from a name, which is version
    /// 5, though by SHA-256; OSCAL takes versions 4 and 5 alone.
    private func uuid(_ kind: String, _ name: String = "") -> JSONValue {
        let checklist = assessment.checklist
        let scope = checklist.scope.parameters.sorted { $0.key < $1.key }.flatMap {
            [$0.key, $0.value]
        }
        let parts =
            [
                checklist.id, checklist.rollout.place, checklist.scope.target?.text ?? "",
                assessment.asOf.rfc3339, report.ledger.root.description, kind, name,
            ] + scope + source
        var hex = Array(
            ContentDigest(of: parts.map { "\($0.utf8.count):\($0)" }.joined().utf8).hex.prefix(32))
        hex[12] = "5"
        hex[16] = "8"
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
        return .string(groups.joined(separator: "-"))
    }
}
