import CanonicalJSON
package import Rollout
import XML

/// What another tool found, by the names of its tests.
package struct ToolResults: Hashable, Sendable {
    /// The forms that are read.
    package enum Format: String, Hashable, Sendable, CaseIterable {
        case junit, sarif, hdf, maester, scubagear
    }

    /// What became of a test.
    package enum Status: String, Hashable, Sendable {
        case passed, failed
        /// It says neither.
        case open
    }

    /// The text is not of the format.
    package struct Failure: Error {
        package let reason: String
    }

    /// A test that stands there several times has the worst of its results.
    package let tests: [String: Status]
    /// When the results were made; nil where the file does not say so that it can be read.
    package let madeAt: Instant?
    package let tenant: String?

    package init(_ bytes: [UInt8], _ format: Format) throws(Failure) {
        var found = Found()
        if format == .junit {
            do throws(XMLTree.Failure) {
                found = Self.junit(try XMLTree(bytes))
            } catch {
                throw Failure(reason: "byte \(error.offset + 1): \(error.reason)")
            }
        } else {
            let whole: TypedValue
            do throws(JSONSyntaxError) {
                let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
                whole = try TypedValue(
                    jsonBytes: bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
            } catch {
                throw Failure(reason: "byte \(error.offset + 1): \(error.reason)")
            }
            switch format {
            case .sarif: found = Self.sarif(whole)
            case .hdf: found = Self.hdf(whole)
            case .maester: found = Self.maester(whole)
            case .scubagear, .junit: found = Self.scubagear(whole)
            }
        }
        guard found.isOfFormat else {
            throw Failure(reason: "it has not the form of \(format.rawValue)")
        }
        tests = found.tests
        // The oldest, so that no part is older than it says; none where a part has none.
        let times = found.times.map { $0.flatMap { Instant(rfc3339: $0) } }
        madeAt = times.contains(nil) ? nil : times.compactMap(\.self).min()
        tenant = found.tenant
    }

    /// What was found while a file is read.
    private struct Found {
        var isOfFormat = false
        var tests: [String: Status] = [:]
        /// One for each part that has its own; nil where it has none.
        var times: [String?] = []
        var tenant: String?

        mutating func add(_ name: String?, _ status: Status) {
            guard let name, !name.isEmpty else { return }
            let known = tests[name]
            let isWorse = known == nil || status == .failed || (status == .open && known == .passed)
            if isWorse { tests[name] = status }
        }
    }

    /// JUnit: a case without a child that says otherwise has passed.
    ///
    /// It is named by itself, and with its class before it.
    private static func junit(_ root: XMLTree) -> Found {
        var found = Found()
        found.isOfFormat = ["testsuites", "testsuite"].contains(root.name)
        let suites = (root.all("testsuite") + [root]).filter { suite in
            suite.children.contains { $0.name == "testcase" }
        }
        found.times = suites.map { $0.attributes["timestamp"] ?? root.attributes["timestamp"] }
        for test in root.all("testcase") {
            let children = Set(test.children.map(\.name))
            let status: Status =
                children.contains("failure") || children.contains("error")
                ? .failed : Self.isPlain(test, children) ? .passed : .open
            let name = test.attributes["name"]
            found.add(name, status)
            if let name, let owner = test.attributes["classname"] {
                found.add("\(owner).\(name)", status)
            }
        }
        return found
    }

    /// Nothing about a case of JUnit says that it was left out, or run more than once.
    private static func isPlain(_ test: XMLTree, _ children: Set<String>) -> Bool {
        let passing: Set = ["run", "completed", "success", "passed", "pass", "ok"]
        return children.isSubset(of: ["properties", "system-out", "system-err"])
            && [test.attributes["status"], test.attributes["result"]].allSatisfy {
                $0.map { passing.contains($0.lowercased()) } ?? true
            }
    }

    /// SARIF 2.1.0: a result without a kind is a failure; a rule without a result says nothing.
    private static func sarif(_ whole: TypedValue) -> Found {
        var found = Found()
        let runs = whole["runs"]?.entries
        found.isOfFormat = runs != nil && whole["version"]?.string != nil
        for run in runs ?? [] {
            let invocations = run["invocations"]?.entries ?? []
            found.times +=
                invocations.isEmpty ? [nil] : invocations.map { $0["endTimeUtc"]?.string }
            let rules = run["tool"]?["driver"]?["rules"]?.entries ?? []
            for result in run["results"]?.entries ?? [] {
                let status: Status =
                    switch result["kind"]?.string ?? "fail" {
                    // What was seen earlier, and not in this run.
                    case _ where result["baselineState"]?.string == "absent": .open
                    case "pass": .passed
                    case "fail": .failed
                    default: .open
                    }
                let index = result["ruleIndex"] ?? result["rule"]?["index"]
                let byIndex = rules.indices.first { index == .number($0) }.map { rules[$0] }
                let name =
                    result["ruleId"]?.string ?? result["rule"]?["id"]?.string
                    ?? byIndex?["id"]?.string
                // A failure that nobody can name may be of any test.
                if name == nil, status != .passed { found.isOfFormat = false }
                found.add(name, status)
            }
        }
        return found
    }

    /// Heimdall Data Format: a control has passed where all of its results have, and there is one.
    private static func hdf(_ whole: TypedValue) -> Found {
        var found = Found()
        let profiles = whole["profiles"]?.entries
        found.isOfFormat = profiles != nil
        for control in (profiles ?? []).flatMap({ $0["controls"]?.entries ?? [] }) {
            let results = control["results"]?.entries ?? []
            let statuses = results.map { $0["status"]?.string }
            let status: Status =
                statuses.contains("failed") || statuses.contains("error")
                ? .failed
                : !statuses.isEmpty && statuses.allSatisfy { $0 == "passed" } ? .passed : .open
            found.add(control["id"]?.string, status)
            found.times += results.map { $0["start_time"]?.string }
        }
        return found
    }

    /// Maester: tests by their id, and by their name.
    private static func maester(_ whole: TypedValue) -> Found {
        var found = Found()
        let tests = whole["Tests"]?.entries
        found.isOfFormat = tests != nil
        found.times = [whole["ExecutedAt"]?.string]
        found.tenant = whole["TenantId"]?.string
        for test in tests ?? [] {
            let status: Status =
                switch test["Result"]?.string {
                case "Passed": .passed
                case "Failed", "Error": .failed
                default: .open
                }
            for key in ["Id", "Name"] { found.add(test[key]?.string, status) }
        }
        return found
    }

    /// ScubaGear: controls by their id; a warning says neither.
    private static func scubagear(_ whole: TypedValue) -> Found {
        var found = Found()
        found.times = [whole["MetaData"]?["TimestampZulu"]?.string]
        found.tenant = whole["MetaData"]?["TenantId"]?.string
        guard case .object(let products)? = whole["Results"] else { return found }
        found.isOfFormat = true
        let groups = products.flatMap { $0.value.entries ?? [] }
        for control in groups.flatMap({ $0["Controls"]?.entries ?? [] }) {
            let status: Status =
                switch control["Result"]?.string {
                case "Pass": .passed
                case "Fail": .failed
                default: .open
                }
            found.add(control["Control ID"]?.string, status)
        }
        return found
    }
}

extension TypedValue {
    /// The value of a key; nil where there is none.
    fileprivate subscript(key: String) -> TypedValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// What stands in a list; nil where it is none.
    fileprivate var entries: [TypedValue]? {
        guard case .list(let items) = self else { return nil }
        return items
    }
}
