import ChecklistDecoding
import Checks
import Foundation
import Operations
import Rollout
import Testing

@Suite("Where a checklist is at home")
struct ChecklistHomeTests {
    /// The digest of the sample, which the ledger keeps from then on.
    private static func digest(_ place: Place) async throws -> String {
        let context = place.context()
        let loaded = try await place.load()
        _ = try await SignStep("reviewed", .approve, note: "n")(
            Act(on: loaded, by: Principal("bob@example.com"), context))
        return loaded.checklist.digest.description
    }

    /// What the check of the step `present` came to.
    private static func present(
        _ name: String, _ context: OperationContext
    ) async throws -> CheckOutcome.Outcome? {
        let loaded = try await ChecklistLoader(context).load([name])
        let plan = try RunPlan(
            loaded, filter: RunFilter(steps: ["present"]), permissions: [.refused], context)
        let run = RunChecks(plan, by: Principal("bob@example.com"), run: "r", context)
        return try await run(jobs: 1) { _, _ in }.first ?? nil
    }

    @Test("The checks of a recorded text look where the checklist lies, not where somebody stands")
    func recorded() async throws {
        try await Place.with { place in
            let digest = try await Self.digest(place)
            try place.write("present.txt", "another")
            try FileManager.default.removeItem(atPath: place.path("checklists/present.txt"))
            #expect(try await Self.present(digest, place.context()) == .unmet)
        }
    }

    @Test("A recorded text whose place is not below the home of the working folder is refused")
    func elsewhere() async throws {
        try await Place.with { place in
            try place.write("checklists/deep/c.yaml", Sample.text)
            let deep = try await ChecklistLoader(place.context()).loadOne(
                place.path("checklists/deep/c.yaml"))
            _ = try await SignStep("reviewed", .approve, note: "n")(
                Act(on: deep, by: Principal("bob@example.com"), place.context()))
            let digest = deep.checklist.digest.description
            let files = FileManager.default
            try files.removeItem(atPath: place.path("checklists/deep"))
            for makes in [false, true] {
                if makes {
                    // A link in its place leads to the files of something else.
                    try files.createSymbolicLink(
                        atPath: place.path("checklists/deep"),
                        withDestinationPath: place.path("checklists"))
                }
                let failure = await #expect(throws: OperationFailure.self) {
                    _ = try await Self.present(digest, place.context())
                }
                guard case .noFolderOfPlace("checklists/deep/c.yaml", _)? = failure else {
                    Issue.record("\(String(describing: failure))")
                    return
                }
            }
        }
    }

    @Test(
        "A way through a link is that of the system: place and checks are of the folder it leads to"
    )
    func links() async throws {
        try await Place.with { place in
            try place.write("real/sub/none", "")
            try place.write("real/sample.yaml", Sample.text)
            try FileManager.default.createSymbolicLink(
                atPath: place.path("checklists/link"),
                withDestinationPath: place.path("real/sub"))
            let name = place.path("checklists/link/../sample.yaml")
            let loaded = try await ChecklistLoader(place.context()).loadOne(name)
            #expect(loaded.checklist.rollout.place == "real/sample.yaml")
            // checklists/present.txt is there, real/present.txt is not.
            #expect(try await Self.present(name, place.context()) == .unmet)
        }
    }
}
