import Foundation

/// A small checklist with a check, two sign-offs and a step that does not apply.
enum SampleChecklist {
    static let path = "checklists/sample.yaml"

    static let text = """
        readiness: 1
        id: sample
        title: A sample rollout
        owner: boss
        timezone: Europe/Berlin
        parameters:
          cloud: {default: one, one-of: [one, two]}
        timeline:
          - {id: first, title: First, starts: 2100-01-10}
          - {id: second, title: Second, starts: 2100-02-10, when: {cloud: two}}
          - {id: gone, title: Gone, starts: 2100-03-10, status: cancelled}
        roles:
          boss: {title: Bosses, members: [bea@example.com]}
          admin: {title: Admins, members: [ann@example.com, bob@example.com]}
        waivers: {by: [boss], longest: 30d}
        steps:
          - id: present
            title: The file is there
            role: admin
            due: first - 1d
            check: [{file: {path: present.txt}}]
          - id: approved
            title: The change is approved
            role: admin
            due: first
            sign-off: {by: [admin], evidence: required}
          - id: reviewed
            title: Somebody else looked at it
            role: admin
            due: first
            sign-off: {by: [admin], not-by: [approved]}
          - id: elsewhere
            title: Another cloud
            role: boss
            due: second
            when: {cloud: two}
            check: [{file: {path: absent.txt}}]

        """

    /// A day from today on, as `--until` takes it.
    static func day(in days: Int) -> String {
        Date(timeIntervalSinceNow: Double(days) * 86_400)
            .formatted(.iso8601.year().month().day())
    }
}

extension Workspace {
    /// Runs a test in a folder that has the sample checklist and the file that it looks for.
    static func withSample<Result>(
        _ body: (Workspace) async throws -> Result
    ) async throws -> Result {
        try await with { workspace in
            try workspace.write(SampleChecklist.path, SampleChecklist.text)
            try workspace.write("checklists/present.txt", "here\n")
            try workspace.write("evidence.txt", "approved\n")
            return try await body(workspace)
        }
    }

    /// Writes the sample checklist with one text replaced.
    func edit(_ text: String, _ other: String) throws {
        try write(
            SampleChecklist.path,
            SampleChecklist.text.replacingOccurrences(of: text, with: other))
    }

    /// Everything that makes the first phase of the sample GO, but for one step that is left out.
    func makeReady(except left: String? = nil) async throws {
        var steps = [
            try await readiness("run", SampleChecklist.path),
            try await readiness(
                "sign", SampleChecklist.path, "approved", "--as", "ann@example.com", "--note",
                "Change 7", "--evidence", "evidence.txt"),
        ]
        if left != "reviewed" {
            steps.append(
                try await readiness(
                    "sign", SampleChecklist.path, "reviewed", "--as", "bob@example.com", "--note",
                    "Looked"))
        }
        guard steps.allSatisfy({ $0.status == 0 }) else { throw NotReady(outcomes: steps) }
    }

    /// What should have made the sample ready did not.
    struct NotReady: Error {
        let outcomes: [Outcome]
    }
}
