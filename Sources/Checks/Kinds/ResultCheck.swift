package import CanonicalJSON
import Fields
import LocatedYAML
package import Rollout

/// Whether tests of another tool passed, by the file that it wrote.
package struct ResultCheck: Check {
    /// What the results are held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        /// They must be there, and have passed.
        package var tests: [String]
        /// Since they were made, as the file itself says it.
        package var age: ValueExpectation?
        /// Capital and small letters are alike.
        package var tenant: String?

        package init(tests: [String]) {
            self.tests = tests
        }
    }

    /// As the checklist writes it; relative to the checklist's folder.
    package let path: String
    package let format: ToolResults.Format
    package let expected: Expected

    package init(_ path: String, _ format: ToolResults.Format, expected: Expected) {
        self.path = path
        self.format = format
        self.expected = expected
    }

    package var subject: String { path }
    package var machinePath: String? { path }
    package var reach: String { "reads the file \(path)" }
    package var mayNeedTrust: Bool { true }

    /// As much as is read of a file: 32 MiB.
    private static let limit = 32 << 20

    package func observe(_ environment: CheckEnvironment) async -> FileObservation {
        let visit = FileVisit(
            path: environment.path(path), readsAll: true, readsText: true,
            confinement: environment.confinement,
            limit: environment.timeout, contentLimit: Self.limit)
        return await CheckThreads.run(environment.timeout) { visit.look($0) }
    }

    package func seen(in observation: FileObservation) -> [String: TypedValue] {
        guard case .success(let results) = read(observation), let tenant = results.tenant else {
            return [:]
        }
        return ["tenant": .text(tenant)]
    }

    package func facts(of observation: FileObservation) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "file": .string(path), "format": .string(format.rawValue),
        ]
        if case .there(let status) = observation.presence {
            facts["modified"] = .string(status.modified.rfc3339)
        }
        if let digest = observation.sha256 { facts["sha256"] = .string(digest) }
        guard case .success(let results) = read(observation) else { return facts }
        for status in [ToolResults.Status.passed, .failed, .open] {
            facts[status.rawValue] = .integer(Int64(results.counts[status] ?? 0))
        }
        if let time = results.madeAt { facts["made-at"] = .string(time.rfc3339) }
        if let tenant = results.tenant {
            facts["tenant"] = .string(ForeignText.clean(tenant.utf8))
        }
        return facts
    }

    /// What the file says; nothing of one that was not read to its end.
    private func read(_ observation: FileObservation) -> Result<ToolResults, ToolResults.Failure> {
        guard let content = observation.content, observation.sha256 != nil else {
            return .failure(ToolResults.Failure(reason: "it was not read"))
        }
        guard !content.isCut else {
            return .failure(ToolResults.Failure(reason: "it is longer than what is read of it"))
        }
        return Result { () throws(ToolResults.Failure) in try ToolResults(content.kept, format) }
    }

    package func judge(
        _ observation: FileObservation, at instant: Instant, until deadline: Deadline
    ) -> Judgement {
        switch observation.presence {
        case .unknown(let obstacle): return Judgement([], obstacle: obstacle)
        case .absent, .danglingLink, .noDirectory: return unread("there is no such file")
        case .there: break
        }
        if let obstacle = observation.obstacle { return Judgement([], obstacle: obstacle) }
        switch read(observation) {
        case .failure(let failure): return unread(failure.reason)
        case .success(let results):
            return Judgement(
                fits(results, at: instant, deadline) + expected.tests.map { test($0, results) })
        }
    }

    private func unread(_ detail: String) -> Judgement {
        Judgement(.resultsUnread, ["path": path, "detail": detail])
    }

    /// Results of another time or tenant say nothing of this one, so that they are never a no.
    private func fits(
        _ results: ToolResults, at instant: Instant, _ deadline: Deadline
    ) -> [Finding] {
        var findings: [Finding] = []
        if let age = expected.age {
            let isYoung = results.madeAt.map { time in
                let spent = instant.since(time)
                return spent >= .zero
                    && age.standing(of: .duration(spent), until: deadline) == .met
            }
            let actual =
                results.madeAt.map { "results of \($0.rfc3339)" } ?? "results without a time"
            findings += age.words(of: "results made", suffix: " ago").map {
                Finding($0, actual: actual, isYoung ?? false ? .met : .unknown)
            }
        }
        if let wanted = expected.tenant {
            let isSame =
                results.tenant.map { $0.lowercased().utf8.elementsEqual(wanted.lowercased().utf8) }
                ?? false
            let actual =
                results.tenant.map { "results of the tenant \(ForeignText.clean($0.utf8))" }
                ?? "results that name no tenant"
            findings.append(
                Finding("results of the tenant \(wanted)", actual: actual, isSame ? .met : .unknown)
            )
        }
        return findings
    }

    /// A test of which the file says nothing, or neither yes nor no, is not known to have passed.
    private func test(_ name: String, _ results: ToolResults) -> Finding {
        let wanted = "\(name) passed"
        switch results.tests[name] {
        case .passed: return Finding(wanted, actual: wanted, .met)
        case .failed: return Finding(wanted, actual: "\(name) failed", .unmet)
        case .open: return Finding(wanted, actual: "\(name) neither passed nor failed", .unknown)
        case nil: return Finding(wanted, actual: "no result of \(name)", .unknown)
        }
    }
}

extension CheckKind {
    package static let result = CheckKind(
        "result", "Whether tests of another tool passed, by the file of results that it wrote.",
        sharing: KindFacts.machinePath,
        facts: [
            "file": "The file.", "format": "Its format.", "sha256": "The SHA-256 of its content.",
            "modified": "When the file was changed.", "made-at": "When the results were made.",
            "tenant": "The tenant that they are about.", "passed": "How many tests passed.",
            "failed": "How many tests failed.", "open": "How many did neither.",
        ],
        example: """
            - result: {file: evidence/scan.sarif, format: sarif, tests: [TLS-1, TLS-2], age: 7d}
            - result:
                file: evidence/maester.json
                format: maester
                tests: [MT.1001, MT.1003]
                tenant: 0f3a4c1e-0000-4000-8000-000000000001
                age: 24h
            """
    ) { options in
        let path = options.required(
            "file", .text, "The file; a relative path counts from the checklist's folder.")
        let format: ToolResults.Format? = options.required(
            "format", .choice, "What wrote it.")
        let tests = options.required(
            "tests", .oneOrMany(.text), "The names or ids of the tests that must have passed.")
        let age = options.optional(
            "age", .expectation(of: .duration),
            "The time since the results were made, as the file says it: at most this.")
        let tenant = options.optional(
            "tenant", .text, "The tenant that they must be about (maester and scubagear).")
        options.refuse(
            where: path?.utf8.contains(0) ?? false, "a path cannot contain a NUL character",
            at: "file")
        options.refuse(
            where: tenant != nil && format != nil && format != .maester && format != .scubagear,
            "results of \(format?.rawValue ?? "") name no tenant", fix: "remove tenant",
            at: "tenant")
        return options.make(path, format, tests) { path, format, tests in
            var expected = ResultCheck.Expected(tests: tests)
            (expected.age, expected.tenant) = (age, tenant)
            return ResultCheck(path, format, expected: expected)
        }
    }
}
