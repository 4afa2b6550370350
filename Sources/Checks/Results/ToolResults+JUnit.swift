import XML

extension ToolResults {
    /// JUnit: a case without a child, words or an attribute that say otherwise has passed.
    ///
    /// It is named by itself, and with its class before it.
    static func junit(_ root: XMLTree, _ words: JUnitWords) -> Found {
        var found = Found()
        found.isOfFormat = ["testsuites", "testsuite"].contains(root.name)
        add(casesOf: root, words, isDoubtful: words.areBetweenCases, time: nil, to: &found)
        return found
    }

    /// Adds the cases of a suite and of those in it; of a doubtful one none has passed.
    ///
    /// - Parameters:
    ///   - suite: The suite, or what stands where one should.
    ///   - words: The words in the cases of the file.
    ///   - isDoubtful: Something around it speaks against its having been looked at.
    ///   - time: That of the nearest suite around it.
    ///   - found: What was found so far.
    private static func add(
        casesOf suite: XMLTree, _ words: JUnitWords, isDoubtful: Bool, time: String?,
        to found: inout Found
    ) {
        // What is no suite, such as the output of a test, has no cases.
        let isDoubtful =
            isDoubtful || hasUnnamed(suite) || !["testsuites", "testsuite"].contains(suite.name)
        let time = suite.attributes["timestamp"] ?? time
        if suite.children.contains(where: { $0.name == "testcase" }) { found.times.append(time) }
        for child in suite.children {
            guard child.name == "testcase" else {
                add(casesOf: child, words, isDoubtful: isDoubtful, time: time, to: &found)
                continue
            }
            let status = status(of: child).doubted(
                isDoubtful || words.stand(in: child.attributes))
            let name = child.attributes["name"].flatMap { $0.isEmpty ? nil : $0 }
            let owner = child.attributes["classname"]
            found.add([name, name.flatMap { name in owner.map { "\($0).\(name)" } }], status)
        }
    }

    /// The suite has a failure of its own, or tells more than its cases show, so that it may be that of
    /// any of them.
    private static func hasUnnamed(_ suite: XMLTree) -> Bool {
        guard !suite.children.contains(where: { failures.contains($0.name) }) else { return true }
        let cases = suite.all("testcase")
        func counted(_ names: [String]) -> Int {
            // A number that cannot be read, or is none, may be any.
            names.compactMap { suite.attributes[$0] }.reduce(0) { sum, text in
                let number = Int(text).flatMap { $0 < 0 ? nil : $0 } ?? .max
                let (total, isTooMuch) = sum.addingReportingOverflow(number)
                return isTooMuch ? .max : total
            }
        }
        // Each case once, however many failures it names.
        let failed = failures.reduce(0) { sum, name in
            sum + cases.count { test in test.children.contains { $0.name == name } }
        }
        let open = cases.count { status(of: $0) == .open }
        return counted(["failures", "errors"]) > failed
            || counted(["skipped", "disabled", "ignored"]) > open
            || suite.attributes.contains {
                JUnitRemark($0.key, $0.value).isBeyond(failures: failed, leftOut: open)
            }
    }

    private static let failures: Set = ["failure", "error"]

    private static func status(of test: XMLTree) -> Status {
        let children = Set(test.children.map(\.name))
        guard children.isDisjoint(with: failures) else { return .failed }
        return isPlain(test, children) ? .passed : .open
    }

    /// Nothing about a case says that it failed, was left out, or was run more than once.
    private static func isPlain(_ test: XMLTree, _ children: Set<String>) -> Bool {
        let no: Set = ["false", "0", "no", ""]
        return children.isSubset(of: ["properties", "system-out", "system-err"])
            && test.attributes.allSatisfy { JUnitRemark($0.key, $0.value) == .harmless }
            && ["executed", "enabled"].allSatisfy {
                !(test.attributes[$0].map { no.contains($0.lowercased()) } ?? false)
            }
    }
}
