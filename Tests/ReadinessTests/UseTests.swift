import Rollout
import Testing

/// Step sets on the command line.
@Suite(.timeLimit(.minutes(10)))
struct UseTests {
    private static let set = """
        readiness-set: 1
        title: Gateways
        steps:
          - {id: open, title: Open it, role: net, due: go, sign-off: {}}

        """

    private static func with(_ body: (Workspace) async throws -> Void) async throws {
        try await Workspace.with { place in
            try place.write("checklists/common/gw.yaml", set)
            try place.write(
                "checklists/plan.yaml",
                """
                readiness: 1
                id: plan
                title: A plan
                owner: net
                timeline: [{id: go, title: Go, starts: 2100-01-01}]
                roles: {net: {title: Network, members: [ann@example.com]}}
                use: [{file: common/gw.yaml, digest: none}]
                steps:
                  - {id: own, title: Our own, role: net, due: go, needs: [gw-open], sign-off: {}}

                """)
            try await body(place)
        }
    }

    @Test("A digest is filled in, a newer set is shown with what lapses, and taken over")
    func upgrade() async throws {
        try await Self.with { place in
            let path = "checklists/plan.yaml"
            let unread = try await place.readiness("lint", path)
            #expect(unread.status == 65)
            // A step of a set that cannot be read is no unknown step.
            #expect(!(unread.stdout + unread.stderr).contains("unknown-step"), "\(unread)")
            let filled = try await place.readiness("use", path, "--upgrade", "--write")
            #expect(filled.status == 0, "\(filled)")
            #expect(try place.read(path).contains("digest: \(ContentDigest(of: Self.set.utf8))}"))
            // The folder has a set beside the checklist, and that is none.
            #expect(try await place.readiness("lint", "checklists").status == 0)
            #expect(try await place.readiness("use", path).stdout.contains("gw.yaml  as named"))
            let signed = try await place.readiness(
                "sign", path, "gw-open", "--note", "done", "--as", "ann@example.com")
            #expect(signed.status == 0, "\(signed)")

            try place.write(
                "checklists/common/gw.yaml",
                Self.set.replacing("sign-off: {}", with: "sign-off: {count: 1, valid-for: 3d}"))
            let refused = try await place.readiness("status", path)
            #expect(refused.status == 65, "\(refused)")
            #expect(refused.stderr.contains("[set-changed]"), "\(refused)")
            let shown = try await place.readiness("use", path, "--upgrade")
            #expect(shown.stdout.contains("gw-open"), "\(shown)")
            #expect(shown.stdout.contains("lapse"), "\(shown)")
            #expect(shown.stdout.hasSuffix("Not written; --write does that.\n"), "\(shown)")
            #expect(try await place.readiness("use", path, "--upgrade", "--write").status == 0)
            #expect(try await place.readiness("status", path).status == 1)
            #expect(try await place.readiness("audit").status == 0)
        }
    }

    @Test("A sheet keeps the steps of a set as they are, and cannot change them")
    func sheet() async throws {
        try await Self.with { place in
            let path = "checklists/plan.yaml"
            _ = try await place.readiness("use", path, "--upgrade", "--write")
            _ = try await place.readiness("export", path, "--sheet", "plan.csv")
            let same = try await place.readiness("import", "table", "plan.csv", "--into", path)
            #expect(same.status == 10, "\(same)")
            try place.write(
                "plan.csv", try place.read("plan.csv").replacing("Open it", with: "Close it"))
            let changed = try await place.readiness("import", "table", "plan.csv", "--into", path)
            #expect(changed.status == 65, "\(changed)")
            #expect(
                changed.stderr.contains("\"gw-open\" is made by a for-each or stands in a step set")
            )
        }
    }

    @Test("A use that cannot be read is no checklist without sets")
    func unreadable() async throws {
        try await Self.with { place in
            let text = try place.read("checklists/plan.yaml")
            try place.write(
                "checklists/plan.yaml",
                text.replacing("[{file: common/gw.yaml, digest: none}]", with: "common/gw.yaml"))
            for options in ["", "--upgrade --write"] {
                let outcome = try await place.shell(
                    "\"$READINESS\" use checklists/plan.yaml \(options)")
                #expect(outcome.status == 65, "\(outcome)")
                #expect(outcome.stderr.contains("[wrong-value]"), "\(outcome)")
            }
        }
    }
}
