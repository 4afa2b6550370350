import CanonicalJSON
import Reporting
import Rollout
import Testing

/// What every format says of sites.
struct SiteReportTests {
    private static let at = Instant(milliseconds: 1_759_132_800_000)

    /// Frankfurt looked two hours ago, Ashburn saw something else or was never there.
    private static func input(hasLooked: Bool) throws -> ReportInput {
        let asOf = at.advanced(by: .seconds(7200))
        let definition = CheckDefinition(
            kind: "tls", subject: "a.example:443", parity: Parity(facts: ["version"]))
        let name = CheckName(definition, position: 0)
        let step = Step(
            id: "gateway", title: "Both see it", role: "net",
            due: Due(phase: "start"), checks: [definition], sites: ["eu-dmz", "us-dmz"],
            rules: StepRules(checks: Make.digest("c"), others: Make.digest("o")))
        let sites = [
            Site(id: "eu-dmz", title: "Frankfurt", role: "net"),
            Site(id: "us-dmz", title: "Ashburn|_x_", role: "net"),
        ]
        func entry(_ sequence: Int, _ site: String?, _ outcome: CheckOutcome.Outcome) throws -> (
            Entry, CheckReport
        ) {
            let report = CheckReport(
                position: 0, kind: "tls", outcome: outcome, obstacle: nil,
                findings: [Finding("TLS 1.3", actual: "TLS", met: outcome == .met)], observedAt: at,
                facts: .inline(JSONText(["version": "1.3"])), tool: "readiness 0.1.0", host: "gw")
            return (
                try Make.entry(
                    sequence, at: at.rfc3339, by: "ops@example.com", step: "gateway", site: site,
                    .check(report)), report
            )
        }
        let (eu, euReport) = try entry(1, "eu-dmz", .met)
        let (us, usReport) = try entry(2, "us-dmz", .met)
        let (other, _) = try entry(3, "hq", .unmet)
        let until = at.advanced(by: .seconds(86_400))
        let parity = ParityAssessment(
            name: "version",
            sights: [
                .init(site: "eu-dmz", fact: ComparedFact("1.3"), entry: 1),
                .init(
                    site: "us-dmz", fact: hasLooked ? ComparedFact("1.2") : nil,
                    entry: hasLooked ? 2 : nil),
            ])
        let check = CheckAssessment(
            definition: definition, freshness: hasLooked ? .current : .siteSilent, entry: eu,
            report: euReport,
            sites: [
                SiteOutcome(
                    site: "eu-dmz", freshness: .current, entry: eu, report: euReport, seenAt: at,
                    countsUntil: until),
                hasLooked
                    ? SiteOutcome(
                        site: "us-dmz", freshness: .current, entry: us, report: usReport,
                        seenAt: at, countsUntil: until)
                    : SiteOutcome(site: "us-dmz", freshness: .missing),
            ], parity: [parity], unasked: [other])
        let point = try Make.point("2025-10-10")
        let assessed = StepAssessment(
            step: step, status: hasLooked ? .failing : .pending,
            reason: hasLooked
                ? .parityDiffers(name, parity, more: 0)
                : .siteSilent(name, [SilentSite("us-dmz")], elsewhere: nil),
            due: point, dueBegins: asOf, dueLapses: asOf.advanced(by: .seconds(86_400)),
            checks: [check])
        let plain = Make.checklist(
            roles: [Role(id: "net", title: "Network Engineers", members: ["nora@example.com"])])
        let checklist = Checklist(
            rollout: plain.rollout, title: plain.title, owner: plain.owner, zone: plain.zone,
            change: plain.change, parameters: [], timeline: plain.timeline, roles: plain.roles,
            sites: sites, effects: [], steps: [step], waivers: nil, digest: plain.digest)
        let missing: [StepID] = hasLooked ? [] : ["gateway"]
        let assessment = Assessment(
            checklist: checklist, asOf: asOf, phases: [], steps: [assessed],
            sites: [
                SiteAssessment(
                    site: sites[0], lastSeen: at, asked: ["gateway"], countsUntil: until),
                SiteAssessment(
                    site: sites[1], lastSeen: hasLooked ? at : nil, asked: ["gateway"],
                    silent: missing, countsUntil: hasLooked ? until : nil),
            ], entries: [eu, us, other])
        return Make.input(assessment)
    }

    private static func text(_ format: some ReportFormat, _ report: ReportInput) -> String {
        format.render([report]).map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    }

    @Test("Every format says which site is silent, and that a no from elsewhere does not count")
    func caveats() throws {
        let report = try Self.input(hasLooked: false)
        #expect(
            report.caveatSentences.contains(
                "The site Ashburn|_x_ (us-dmz) has never looked; gateway waits for it. Whom to call: Network Engineers (nora@example.com)."
            ))
        #expect(
            report.caveatSentences.contains(
                "1 outcome from where no step asks for is not met and does not count."))
        for format in ReportFormats.all {
            let text = Self.text(format, report).replacing("\r\n ", with: "")
            #expect(text.contains("silent") || text.contains("never looked"), "\(format.name)")
        }
        #expect(try Self.input(hasLooked: true).caveats.map(\.kind).contains(.silentSite) == false)
    }

    @Test("The report has a row for each site, and names and values are escaped")
    func markdown() throws {
        let text = MarkdownFormat().text(try Self.input(hasLooked: false))
        #expect(text.contains("## Sites"))
        #expect(text.contains("| Ashburn\\|\\_x\\_ `us-dmz` | **never** |"), "\(text)")
        #expect(
            text.contains("met 2025-09-29 08:00 from `eu-dmz`, silent from `us-dmz`"), "\(text)")
        #expect(
            text.contains("which does not count: `hq` unmet (entry 3"), "\(text)")
        let differing = MarkdownFormat().text(try Self.input(hasLooked: true))
        #expect(differing.contains("| `version` | **no** | `eu-dmz`: `1.3`; `us-dmz`: `1.2` |"))
        #expect(differing.contains("**not the same `version`**"), "\(differing)")
    }

    @Test("Programs read each site, what it saw, and what is not the same")
    func json() throws {
        let value = JSONFormat().value(try Self.input(hasLooked: true))
        let check = value["steps"]?.items?.first?["checks"]?.items?.first
        #expect(check?["sites"]?.items?.map { $0["outcome"] } == ["met", "met"])
        #expect(check?["parity"]?.items?.first?["standing"] == "differs")
        #expect(check?["unasked"]?.items?.first?["site"] == "hq")
        let silent = JSONFormat().value(try Self.input(hasLooked: false))
        let sites = silent["sites"]?.items
        #expect(sites?.map { $0["lastSeen"] } == [.string(Self.at.rfc3339), .null])
        #expect(sites?.map { $0["missing"] } == [[], ["gateway"]])
        #expect(sites?.map { $0["silent"] } == [.boolean(false), .boolean(true)])
        #expect(silent["steps"]?.items?.first?["sites"] == ["eu-dmz", "us-dmz"])
        #expect(silent["steps"]?.items?.first?["reason"]?["code"] == "site-silent")
    }

    @Test("Prometheus has when each site last looked, and 0 where it never did")
    func prometheus() throws {
        let text = Self.text(PrometheusFormat(), try Self.input(hasLooked: false))
        let lines = text.split(separator: "\n").map(String.init)
        func value(_ metric: String, _ site: String) -> String? {
            lines.first { $0.hasPrefix("readiness_\(metric){") && $0.contains("site=\"\(site)\"") }?
                .split(separator: " ").last.map(String.init)
        }
        #expect(value("site_last_seen_seconds", "eu-dmz") == "1759132800")
        #expect(value("site_last_seen_seconds", "us-dmz") == "0")
        #expect(value("site_missing_steps", "us-dmz") == "1")
        #expect(value("site_counts_until_seconds", "eu-dmz") == "1759219200")
        #expect(value("site_counts_until_seconds", "us-dmz") == nil)
    }

    @Test("status has a table of the sites, and the card of a step what each saw")
    func terminal() throws {
        let report = try Self.input(hasLooked: false)
        let lines = StatusTable(width: 200, colour: false).lines(for: report)
        #expect(lines.contains { $0.hasPrefix("SITE") && $0.contains("LAST LOOKED") }, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("us-dmz") && $0.contains("never") }, "\(lines)")
        let card = StepCard.lines(for: report.assessment.steps[0], report.facts.context)
        #expect(card.contains("  from us-dmz: silent, never looked"), "\(card)")
        let differing = try Self.input(hasLooked: true)
        let other = StepCard.lines(for: differing.assessment.steps[0], differing.facts.context)
        #expect(
            other.contains("  version across sites: differs. eu-dmz: 1.3. us-dmz: 1.2."), "\(other)"
        )
    }

    @Test("Entries of every site count among those whose names nobody proved")
    func counting() throws {
        let report = try Self.input(hasLooked: true)
        let names = report.caveats.filter { $0.kind == .unauthenticated }
        #expect(names.map(\.count) == [2])
    }
}
