import CanonicalJSON
import ChecklistDecoding
import Checks
import Operations
import Rollout
import Synchronization
import Testing

@Suite("Running checks", .timeLimit(.minutes(10)))
struct RunChecksTests {
    private static let robot = Principal("robot")

    /// A checklist whose steps have these checks.
    private static func checklist(_ checks: [String]) -> String {
        """
        readiness: 1
        id: net
        title: Checks
        owner: boss
        timeline: [{id: first, title: First, starts: 2025-11-10}]
        roles: {boss: {title: Bosses, members: [bea@example.com]}}
        steps:

        """
            + checks.enumerated().map { index, check in
                "  - {id: s\(index), title: T, role: boss, due: first, check: [\(check)]}\n"
            }.joined()
    }

    private static func plan(
        _ place: Place, _ names: [String] = [Sample.path], filter: RunFilter = RunFilter(),
        from site: SiteID? = nil,
        set: [String: String] = [:]
    ) async throws -> RunPlan {
        let context = place.context()
        let loaded = try await ChecklistLoader(context, chosen: set).load(names.map(place.path))
        return try RunPlan(
            loaded, filter: filter, from: site, permissions: loaded.map { _ in .refused }, context)
    }

    /// The outcomes, and the places in the plan of which it was told.
    private static func run(
        _ place: Place, _ plan: RunPlan
    ) async throws -> (outcomes: [CheckOutcome.Outcome?], told: [Int]) {
        let told = Mutex<[Int]>([])
        let run = RunChecks(plan, by: robot, run: "run-1", place.context())
        let outcomes = try await run(jobs: 4) { index, _ in
            told.withLock { $0.append(index) }
        }
        return (outcomes, told.withLock { $0.sorted() })
    }

    private static func refusal(_ body: () async throws -> Void) async throws -> String {
        let failure = await #expect(throws: OperationFailure.self) { try await body() }
        return failure?.description ?? ""
    }

    @Test("What one step is given is masked in what another one says")
    func secrets() async throws {
        let text = Self.checklist([
            "{command: {run: [\"true\"], environment: {S: {file: key.txt}}}}",
            "{command: {run: [cat, key.txt]}}",
        ])
        try await Place.with(text) { place in
            try place.write("checklists/key.txt", "s3cret-key\n")
            let context = place.context()
            let loaded = try await ChecklistLoader(context).load([place.path(Sample.path)])
            let plan = try RunPlan(
                loaded, filter: RunFilter(steps: ["s1"]), permissions: [.granted], context)
            let item = try #require(plan.items.first)
            let outcome = await item.planned.check.carryOut(in: item.planned.environment)
            #expect(outcome.facts["stdout"] == "‹secret›\n")
        }
    }

    @Test("Each outcome is an entry with facts, runner, run and site, and the text is kept first")
    func recorded() async throws {
        try await Place.with { place in
            let plan = try await Self.plan(place, from: "eu-dmz")
            let (outcomes, told) = try await Self.run(place, plan)
            #expect(outcomes == [.met, .unmet, .unmet])
            #expect(told == [0, 1, 2])
            let judged = try await place.judged()
            let entries = judged.assessment.entries
            #expect(entries.count == 4)
            #expect(entries[0].statement.body.kind == .checklistText)
            for entry in entries.dropFirst() {
                let statement = entry.statement
                #expect(statement.principal == Self.robot && statement.site == "eu-dmz")
                #expect(statement.run == "run-1" && statement.scope.parameters == ["cloud": "one"])
                guard case .check(let report) = statement.body else {
                    Issue.record("\(entry)")
                    return
                }
                #expect(report.host == "bench" && report.tool == "readiness test")
                #expect(report.observedAt == place.now)
            }
            #expect(judged.assessment.step(StepID("present"))?.status == .ready)
            // What is on record as it is is not kept again.
            _ = try await Self.run(place, plan)
            #expect(try await place.judged().assessment.entries.count == 7)
        }
    }

    @Test("Servers on loopback: what answers, what refuses and what does not know the name")
    func servers() async throws {
        try await Place.with { place in
            try await LoopbackPorts.with { ports in
                try place.write(
                    "net.yaml",
                    Self.checklist([
                        "{tcp: {host: 127.0.0.1, port: \(ports.listening)}}",
                        "{tcp: {host: 127.0.0.1, port: \(ports.refusing)}}",
                        "{dns: {name: new.example.test, server: \"127.0.0.1:\(ports.dns)\"}}",
                        "{dns: {name: none.example.test, server: \"127.0.0.1:\(ports.dns)\"}}",
                    ]))
                let plan = try await Self.plan(place, ["net.yaml"])
                let (outcomes, _) = try await Self.run(place, plan)
                #expect(outcomes == [.met, .unmet, .met, .unmet])
            }
        }
    }

    @Test("A run that is cancelled keeps what was observed in full, and nothing else")
    func cancelled() async throws {
        try await Place.with { place in
            try await LoopbackPorts.with { ports in
                // The second server takes the connection and never says anything.
                let silent = "{tls: {host: 127.0.0.1, port: \(ports.listening), timeout: 90s}}"
                try place.write("net.yaml", Self.checklist(["{file: {path: net.yaml}}", silent]))
                let plan = try await Self.plan(place, ["net.yaml"])
                let run = RunChecks(plan, by: Self.robot, run: "run-1", place.context())
                let (signal, recorded) = AsyncStream<Void>.makeStream()
                let task = Task {
                    try await run(jobs: 2) { _, _ in recorded.yield() }
                }
                for await _ in signal { break }
                task.cancel()
                #expect(try await task.value == [.met, nil])
                let loaded = try await place.load("net.yaml")
                let judged = try await JudgeRollouts(place.context()).judge(loaded)
                #expect(judged.assessment.entries.count == 2)
                #expect(judged.assessment.step(StepID("s1"))?.status == .pending)
            }
        }
    }

    @Test("A filter chooses by role, phase, step and family; a name that nobody has is refused")
    func filters() async throws {
        try await Place.with { place in
            func steps(_ filter: RunFilter) async throws -> [String] {
                try await Self.plan(place, filter: filter).items.map(\.step.id.text)
            }
            #expect(try await steps(RunFilter(steps: ["each"])) == ["each/a", "each/b"])
            #expect(try await steps(RunFilter(steps: ["each/b"])) == ["each/b"])
            #expect(try await steps(RunFilter(roles: ["admin"], steps: ["present"])) == ["present"])
            for (filter, words) in [
                (RunFilter(roles: ["admn"]), "no role \"admn\"; did you mean \"admin\"?"),
                (RunFilter(phases: ["frist"]), "no phase \"frist\"; did you mean \"first\"?"),
                (RunFilter(steps: ["presnt"]), "no step \"presnt\"; did you mean \"present\"?"),
                (RunFilter(roles: ["boss"]), "nothing to check"),
                (RunFilter(phases: ["gone"]), "nothing to check"),
                (RunFilter(steps: ["approved"]), "nothing to check"),
            ] {
                let refusal = try await Self.refusal { _ = try await steps(filter) }
                #expect(refusal.contains(words), "\(refusal)")
            }
        }
    }

    @Test("A checklist that nothing is checked of gets no entry")
    func idle() async throws {
        try await Place.with { place in
            try place.write("other/net.yaml", Self.checklist(["{file: {path: net.yaml}}"]))
            let plan = try await Self.plan(
                place, [Sample.path, "other/net.yaml"], filter: RunFilter(roles: ["boss"]))
            #expect(plan.idle.map(\.checklist.id) == ["sample"])
            _ = try await Self.run(place, plan)
            #expect(try await place.judged().assessment.entries.isEmpty)
        }
    }

    @Test("What a checklist would execute is refused where it is not trusted, and recorded so")
    func untrusted() async throws {
        try await Place.with { place in
            try place.write("net.yaml", Self.checklist(["{command: {run: [touch, ran]}}"]))
            let (outcomes, _) = try await Self.run(place, Self.plan(place, ["net.yaml"]))
            #expect(outcomes == [.undetermined])
            #expect(!place.exists("ran"))
        }
    }

    @Test("Many outcomes at once are all recorded, in an unbroken order")
    func many() async throws {
        try await Place.with { place in
            try place.write(
                "net.yaml",
                Self.checklist(Array(repeating: "{file: {path: net.yaml}}", count: 200)))
            let plan = try await Self.plan(place, ["net.yaml"])
            let run = RunChecks(plan, by: Self.robot, run: "run-1", place.context())
            let outcomes = try await run(jobs: 32) { _, _ in }
            #expect(outcomes.allSatisfy { $0 == .met })
            let loaded = try await place.load("net.yaml")
            let judged = try await JudgeRollouts(place.context()).judge(loaded)
            #expect(judged.assessment.entries.map(\.sequence) == Array(1...201))
            #expect(judged.verdict == .go)
        }
    }
}
