import Rollout

/// Looks at a file of this machine.
package struct FileCheck: Check {
    /// What the file is held against; nil is what the checklist does not say.
    package struct Expected: Hashable, Sendable {
        package var exists = true
        package var type: FileType?
        package var mode: ValueExpectation?
        /// A name or a number.
        package var owner: String?
        /// A name or a number.
        package var group: String?
        /// In bytes.
        package var size: ValueExpectation?
        /// Since the content was last changed.
        package var age: ValueExpectation?
        /// 64 lower-case hexadecimal digits.
        package var sha256: String?
        package var content: ValueExpectation?
        package var json: JSONExpectation?
        /// What its content, read as YAML, must have at some places.
        package var yaml: JSONExpectation?

        package init() {}
    }

    /// As the checklist writes it; relative to the checklist's folder.
    package let path: String
    package let expected: Expected

    package init(_ path: String, expected: Expected = Expected()) {
        self.path = path
        self.expected = expected
    }

    package var subject: String { path }
    package var machinePath: String? { path }

    package var reach: String {
        readsText || expected.sha256 != nil ? "reads the file \(path)" : "looks at the file \(path)"
    }

    /// An expectation of a content answers questions about a file that its author may not read, and a
    /// digest gives a short one away.
    package var mayNeedTrust: Bool { readsText || expected.sha256 != nil }

    private var readsText: Bool {
        expected.content != nil || expected.json != nil || expected.yaml != nil
    }

    package func observe(_ environment: CheckEnvironment) async -> FileObservation {
        let visit = FileVisit(
            path: environment.path(path), readsAll: expected.sha256 != nil,
            readsText: readsText,
            confinement: environment.confinement,
            limit: environment.timeout)
        return await CheckThreads.run(environment.timeout) { visit.look($0) }
    }
}
