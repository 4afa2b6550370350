import ChecklistDecoding
import Checks
import Operations
import Reporting
import Rollout
import Testing

/// What is carried out from which site.
@Suite("Running checks from sites", .timeLimit(.minutes(5)))
struct RunSitesTests {
    private static let text = """
        readiness: 1
        id: net
        title: Sites
        owner: boss
        timeline: [{id: first, title: First, starts: 2025-11-10}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        sites:
          eu-dmz: {title: Frankfurt, role: boss, runners: [eu@example.com]}
          us-dmz: {title: Ashburn}
          apac: {title: Osaka}
        steps:
          - {id: both, title: Both, role: boss, due: first, sites: [eu-dmz, us-dmz], check: {file: {path: present.txt, parity: [size-bytes]}}}
          - {id: every, title: Every, role: boss, due: first, sites: all, check: {file: {path: present.txt}}}
          - {id: here, title: Here, role: boss, due: first, check: {file: {path: present.txt}}}
          - {id: signed, title: Signed, role: boss, due: first, sign-off: {}}

        """

    private static func plan(
        _ place: Place, from site: SiteID?, _ filter: RunFilter = RunFilter(),
        of names: [String] = ["checklists/net.yaml"]
    ) async throws -> RunPlan {
        let loaded = try await ChecklistLoader(place.context()).load(names.map(place.path))
        return try RunPlan(
            loaded, filter: filter, from: site, permissions: loaded.map { _ in .refused },
            place.context())
    }

    private static func with(_ body: (Place) async throws -> Void) async throws {
        try await Place.with { place in
            try place.write("checklists/net.yaml", text)
            try await body(place)
        }
    }

    private static func run(_ place: Place, from site: SiteID?, by name: String) async throws {
        let plan = try await plan(place, from: site)
        let run = RunChecks(
            plan, by: Principal(name), run: "r-\(site?.text ?? "")", place.context())
        let outcomes = try await run(jobs: 2) { _, _ in }
        #expect(outcomes.allSatisfy { $0 == .met })
    }

    private static func refusal(_ body: () async throws -> Void) async throws -> String {
        let failure = await #expect(throws: OperationFailure.self) { try await body() }
        return failure?.description ?? ""
    }

    @Test(
        "A site looks at what asks for it, and a run without one at what asks for none",
        arguments: [
            (nil, ["here"], ["both", "every"]), ("eu-dmz", ["both", "every"], ["here"]),
            ("us-dmz", ["both", "every"], ["here"]), ("apac", ["every"], ["here"]),
        ] as [(SiteID?, [String], [String])])
    func chosen(site: SiteID?, steps: [String], left: [String]) async throws {
        try await Self.with { place in
            let plan = try await Self.plan(place, from: site)
            #expect(plan.items.map(\.step.id.text) == steps)
            #expect(plan.leftOut.flatMap(\.steps).map(\.text) == left)
            #expect(plan.leftOut.flatMap(\.sites).isEmpty == (site != nil))
        }
    }

    @Test("What is left out is said with the way to do it")
    func leftOut() async throws {
        try await Self.with { place in
            let without = try await Self.plan(place, from: nil).leftOut.map(LeftOutWording.sentence)
            let path = ShellWord.quoted(place.path("checklists/net.yaml"))
            #expect(
                without == [
                    "Not carried out: both and every, which ask for eu-dmz, us-dmz and apac. Run from "
                        + "each site: `readiness run \(path) --site eu-dmz`, "
                        + "`readiness run \(path) --site us-dmz`, `readiness run \(path) --site apac`."
                ])
            let from = try await Self.plan(place, from: "apac").leftOut.map(LeftOutWording.sentence)
            #expect(
                from == [
                    "Not carried out: here, which asks for no site; `readiness run \(path)` without "
                        + "--site does."
                ])
        }
    }

    @Test("A name that no site has is refused, and so is a site that has nothing to look at")
    func refused() async throws {
        try await Self.with { place in
            for (site, filter, words) in [
                (
                    "eu-dnz", RunFilter(),
                    "The checklist has no site \"eu-dnz\"; did you mean \"eu-dmz\"?"
                ),
                ("EU-DMZ", RunFilter(), "no site \"EU-DMZ\""),
                ("all", RunFilter(), "no site \"all\""),
                ("apac", RunFilter(steps: ["both"]), "nothing to check"),
                (
                    "apac", RunFilter(steps: ["here"]),
                    "Not carried out: here, which asks for no site"
                ),
                (nil, RunFilter(steps: ["both"]), "--site eu-dmz"),
                (nil, RunFilter(steps: ["signed"]), "nothing to check"),
            ] as [(SiteID?, RunFilter, String)] {
                let refusal = try await Self.refusal {
                    _ = try await Self.plan(place, from: site, filter)
                }
                #expect(refusal.contains(words), "\(refusal)")
            }
        }
    }

    @Test("A checklist without sites is carried out as a whole, whatever the place is called")
    func withoutSites() async throws {
        try await Self.with { place in
            let plain = try await Self.plan(place, from: "anywhere", of: [Sample.path])
            #expect(plain.items.count == 3 && plain.leftOut.isEmpty)
            // Beside one with sites the name has to be one of them.
            let both = ["checklists/net.yaml", Sample.path]
            let refusal = try await Self.refusal {
                _ = try await Self.plan(place, from: "anywhere", of: both)
            }
            #expect(refusal.contains("no site \"anywhere\""))
            let plan = try await Self.plan(place, from: "apac", of: both)
            #expect(
                plan.items.map(\.step.id.text) == ["every", "present", "each/a", "each/b"])
        }
    }

    @Test("Who is no runner of a site does not begin a run from it")
    func runner() async throws {
        try await Self.with { place in
            let refusal = try await Self.refusal {
                try await Self.run(place, from: "eu-dmz", by: "us@example.com")
            }
            #expect(
                refusal.contains("seen from eu-dmz") && refusal.contains("eu@example.com"),
                "\(refusal)")
            #expect(!place.exists(".readiness/ledger.sqlite"))
        }
    }

    @Test("Each run brings its own site nearer, and the last one makes the step ready")
    func together() async throws {
        try await Self.with { place in
            func standing() async throws -> (Assessment, [StepStatus?]) {
                let loaded = try await place.load("checklists/net.yaml")
                let assessment = try await JudgeRollouts(place.context()).judge(loaded).assessment
                return (assessment, ["both", "every"].map { assessment.step($0)?.status })
            }
            try await Self.run(place, from: nil, by: "robot@example.com")
            #expect(try await standing().1 == [.pending, .pending])
            try await Self.run(place, from: "eu-dmz", by: "eu@example.com")
            #expect(try await standing().1 == [.pending, .pending])
            try await Self.run(place, from: "us-dmz", by: "robot@example.com")
            #expect(try await standing().1 == [.ready, .pending])
            try await Self.run(place, from: "apac", by: "robot@example.com")
            let (assessment, statuses) = try await standing()
            #expect(statuses == [.ready, .ready])
            #expect(assessment.step("both")?.checks[0].parity.map(\.standing) == [.same])
            #expect(assessment.sites.allSatisfy { $0.lastSeen == place.now && $0.missing.isEmpty })
        }
    }

    @Test("The parity of what a site sees itself is that of the ledger")
    func differs() async throws {
        try await Self.with { place in
            try await Self.run(place, from: "eu-dmz", by: "eu@example.com")
            try place.write("checklists/present.txt", "something else\n")
            try await Self.run(place, from: "us-dmz", by: "robot@example.com")
            let loaded = try await place.load("checklists/net.yaml")
            let judged = try await JudgeRollouts(place.context()).judge(loaded)
            #expect(judged.assessment.step("both")?.reason.code == "parity-differs")
            let open = try await OpenChecks(place.context())(of: [loaded], [.failing])
            #expect(open[0]["both"] == [0] && open[0]["every"] == [])
            let silent = try await OpenChecks(place.context())(of: [loaded], [.unknown])
            #expect(silent[0]["both"] == [] && silent[0]["every"] == [0])
            // For Frankfurt, which has looked, nothing of it is unknown.
            let there = try await OpenChecks(place.context())(
                of: [loaded], [.unknown], from: "eu-dmz")
            #expect(there[0]["every"] == [])
        }
    }
}
