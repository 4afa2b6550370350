import CanonicalJSON
import Reporting
import Rollout

extension Reasons {
    static let step: [Row] = checkReasons + siteReasons + signReasons + otherReasons

    private static let checkReasons = [
        row(
            .checkUnmet(
                check, finding: Finding("TLS 1.3", actual: "TLS 1.2", met: false), more: 1, entry: 3
            ),
            ["tls a.example:443", "TLS 1.3", "TLS 1.2", "1 more expectation is not met", "entry 3"]),
        row(
            .checkUnmet(
                check, finding: Finding("TLS 1.3", actual: "TLS 1.2", met: false), more: 2, entry: 3
            ),
            ["2 more expectations are not met"]),
        row(.checkUnmet(check, finding: nil, more: 0, entry: 3), ["is not met", "entry 3"]),
        row(
            .checkUndetermined(check, obstacle: Obstacle(.stopped), finding: nil, entry: 4),
            ["tls a.example:443", "could not be carried out", "entry 4"]),
        row(
            .checkTooOld(check, observedAt: at, freshFor: .seconds(86_400), entry: 5),
            ["tls a.example:443", time, "1 day", "entry 5"]),
        row(
            .checkEnded(
                check, observedAt: at, end: at.advanced(by: .seconds(3600)), entry: 5),
            ["tls a.example:443", time, "lasted until 2025-09-29 09:00 UTC", "entry 5"]),
        row(
            .checkTooEarly(
                check, observedAt: at, counts: at.advanced(by: .seconds(3600)), entry: 6),
            ["tls a.example:443", time, "2025-09-29 09:00 UTC", "entry 6"]),
        row(
            .checkOlderWording(check, observedAt: at, entry: 7),
            ["tls a.example:443", time, "another wording", "entry 7"]),
        row(.checkMissing(check, elsewhere: nil), ["tls a.example:443", "never carried out"]),
        row(
            .checkMissing(
                check,
                elsewhere: .foreign(
                    .otherValue(parameter: "tenant", theirs: "north", ours: "south"))),
            ["for this rollout", "It was carried out for tenant north, not for south."]),
    ]

    private static let siteReasons = [
        row(
            .siteSilent(
                check, [SilentSite("eu-dmz"), SilentSite("us-dmz", lastSeen: at)], elsewhere: nil),
            [
                "eu-dmz never carried out check tls a.example:443",
                "us-dmz last carried out check tls a.example:443 at \(time)", "another wording",
            ]),
        row(
            .siteSilent(
                check, [SilentSite("eu-dmz"), SilentSite("us-dmz")],
                elsewhere: .siteNotAsked("hq", asked: ["eu-dmz", "us-dmz"])),
            [
                "eu-dmz and us-dmz never", "does not count: It was carried out from hq",
                "asks for eu-dmz and us-dmz",
            ]),
        row(
            .siteSilent(
                check, [SilentSite("eu-dmz")], elsewhere: .siteNotAsked(nil, asked: ["eu-dmz"])),
            ["without naming a site", "asks for eu-dmz"]),
        row(
            .siteSilent(
                check, [SilentSite("eu-dmz")], elsewhere: .notARunnerOfSite("eve", "eu-dmz")),
            ["eve carried it out", "as seen from eu-dmz"]),
        row(
            .parityDiffers(check, parity(nil, "1.3", "1.2"), more: 0),
            ["the same version of check tls a.example:443", "eu-dmz: 1.3.", "us-dmz: 1.2."]),
        row(
            .parityDiffers(check, parity("eu-dmz", "1.3", "1.2"), more: 2),
            ["eu-dmz: 1.3.", "us-dmz: 1.2, which is not what eu-dmz saw.", "2 more facts"]),
        row(
            .parityDiffers(check, parity(nil, ["a", 1], ["b": .null]), more: 1),
            ["eu-dmz: [\"a\",1]", "us-dmz: {\"b\":null}", "1 more fact."]),
        row(
            .parityUnknown(check, parity(nil, "1.3", nil)),
            ["What us-dmz saw of check tls a.example:443 has no version"]),
        row(
            .parityUnknown(check, ParityAssessment(name: "version", sights: [])),
            ["Nothing is there to compare the version of check tls a.example:443 with."]),
    ]

    private static func parity(
        _ reference: SiteID?, _ eu: JSONValue?, _ us: JSONValue?
    ) -> ParityAssessment {
        ParityAssessment(
            name: "version", reference: reference,
            sights: [
                .init(site: "eu-dmz", fact: ComparedFact(eu), entry: 1),
                .init(site: "us-dmz", fact: ComparedFact(us), entry: 2),
            ])
    }

    private static let signReasons = [
        row(
            .rejected(by: "sam@example.com", role: "desk", note: "Not yet.", entry: 9),
            ["sam@example.com", "Service Desk", "“Not yet”", "entry 9"]),
        row(
            .rejected(by: "sam@example.com", role: "desk", note: "", entry: 9),
            ["sam@example.com rejected it"]),
        row(
            .signOffStale(
                .lapsed(at), choice: .approve, by: "sam@example.com", role: "desk", entry: 9),
            ["approval", "sam@example.com", "Service Desk", "entry 9", "It lapsed at \(time)."]),
        row(
            .signOffStale(
                .otherWording, choice: .reject, by: "sam@example.com", role: "gone", entry: 9),
            ["rejection", "gone", "another wording"]),
        missing(
            0, 1, [], ["Nobody has signed for Network Engineers yet", "the role has no members"]),
        missing(1, 2, [], ["the role has no other members"]),
        row(
            .signOffsMissing(
                role: "net", have: 0, wanted: 1, candidates: [], elsewhere: nil,
                barred: [
                    BarredSigner("nora", .objection(.signedExcluded("nora", "prepare"))),
                    BarredSigner("nils", .undoes("verify")),
                ]),
            [
                "no member of the role can. nora signed prepare", "nils approved verify",
            ]),
        row(
            .signOffsMissing(
                role: "net", have: 0, wanted: 2, candidates: ["nora"], elsewhere: nil,
                barred: [BarredSigner("nils", .undoes("verify"))]),
            ["only nora can sign, which is too few. nils approved verify"]),
        missing(
            0, 1, ["nora", "nils"],
            ["Nobody has signed for Network Engineers yet: nora or nils can."]),
        missing(0, 2, ["a", "b", "c"], ["and 2 people must: a, b or c can."]),
        missing(
            1, 2, ["nora"],
            ["1 of 2 sign-offs for Network Engineers is on record, 1 is missing: nora can sign."]),
        missing(
            2, 3, ["nora"],
            ["2 of 3 sign-offs for Network Engineers are on record, 1 is missing: nora can sign."]),
        missing(1, 3, ["nora"], ["2 are missing: only nora can sign, which is too few"]),
        missing(
            0, 1, ["a", "b", "c", "d", "e", "f", "g"], ["a, b, c, d, e or 2 more can."]),
        row(
            .signOffsMissing(
                role: "net", have: 0, wanted: 1, candidates: ["nora"],
                elsewhere: .foreign(.otherTarget("south"))),
            ["nora can.", "It was signed for target south, not for The North."]),
    ]

    private static let otherReasons = [
        row(
            .signOffsMissing(
                role: "net", have: 0, wanted: 1, candidates: ["nora"],
                elsewhere: .takenBack(by: "sam@example.com", at: at, entry: 12)),
            ["nora can.", "does not count", "sam@example.com", "entry 12"]),
        row(
            .notApplicable(mismatches, phase: nil),
            ["cloud is gcc, not dod or china; ring is “”, not 1"]),
        row(.notApplicable(mismatches, phase: "pilot"), ["its phase The Pilot does not", "cloud"]),
        row(
            .waived(
                by: "cleo@example.com", until: at, entry: 8,
                otherwise: .needs("prepare", status: .blocked, more: 0)),
            ["cleo@example.com", time, "entry 8", "Without the waiver: It needs prepare"]),
        row(
            .requestMissing("desk", candidates: ["sam@example.com"]),
            ["Service Desk", "sam@example.com"]),
        row(.asksNobody, ["no role"]),
        row(.asksNothing, ["neither a check nor a sign-off"]),
        row(.needs("prepare", status: .notApplicable, more: 0), ["prepare", "not applicable"]),
        row(.needs("prepare", status: .failing, more: 1), ["1 more step that is not ready"]),
        row(.needs("prepare", status: .failing, more: 2), ["2 more steps that are not ready"]),
        row(.needsMissingStep("gone"), ["gone"]),
        row(.ready, ["Everything"]),
        row(.restsOnEditorials([8, 9]), ["an earlier wording", "entries 8 and 9"]),
        row(.restsOnWaivers([8]), ["a waiver (entry 8)"]),
        row(.restsOnWaivers([8, 9]), ["2 waivers (entries 8 and 9)"]),
    ]

    private static func row(_ reason: StepReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values, text: StepWording.sentence(reason, context),
            names: names)
    }

    private static func missing(
        _ have: Int, _ wanted: Int, _ candidates: [Principal], _ names: [String]
    ) -> Row {
        row(
            .signOffsMissing(
                role: "net", have: have, wanted: wanted, candidates: candidates, elsewhere: nil),
            names)
    }
}
