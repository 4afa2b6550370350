import Checks
import Foundation
import Operations
import Rollout

extension AdversaryTests {
    static let trust: [Attack] = [
        refused("a checklist that nobody trusted", "never trusted", grants: false) { _ in },
        refused("a text that changed", "the text changed") { place in
            try place.write(Sample.path, running + "\n")
        },
        refused("a program that changed", "check.sh changed") { place in
            try place.write("checklists/check.sh", "exit 1")
        },
        refused("a program that is gone", "check.sh changed") { place in
            try FileManager.default.removeItem(atPath: place.path("checklists/check.sh"))
        },
        refused("a program that is a link to another one", "check.sh changed") { place in
            try place.write("other.sh", "exit 1")
            try FileManager.default.removeItem(atPath: place.path("checklists/check.sh"))
            symlink(place.path("other.sh"), place.path("checklists/check.sh"))
        },
        refused("another value in the command", "the values in force", set: ["cloud": "two"]) { _ in
        },
        refused("a copy in another folder", "another folder", "copy/\(Sample.path)") { place in
            try place.write("copy/\(Sample.path)", running)
            try place.write("copy/checklists/check.sh", "exit 0")
        },
        refused("a list of its own beside the checklist", "never trusted", grants: false) { place in
            _ = try TrustChecklists(place.context()).grant([try await place.load()])
            try place.write("checklists/readiness/trusted", place.read("state/readiness/trusted"))
            try FileManager.default.removeItem(atPath: place.path("state"))
        },
        refused("a list with another digest of the text", "the text changed") { place in
            let list = place.read("state/readiness/trusted")
            let text = ContentDigest(of: running.utf8).description
            let other = ContentDigest(of: "x".utf8).description
            try Data(list.replacing(text, with: other).utf8).write(
                to: URL(fileURLWithPath: place.path("state/readiness/trusted")))
        },
        refused("a list that others may write to", "can be written to by others") { place in
            try Permissions.set(0o622, of: place.path("state/readiness/trusted"))
        },
        refused("a list in a folder that others may write to", "can be written to by others") {
            place in
            try Permissions.set(0o777, of: place.path("state/readiness"))
        },
        .inPlace(5, "a ledger that another user put in a folder above", "belongs to another user") {
            place in
            _ = try await SignStep("reviewed", .approve, note: "n")(
                place.act(by: "bob@example.com"))
            // Only the system's own user may give a file away.
            guard chown(place.path(".readiness/ledger.sqlite"), 4711, 4711) == 0 else {
                return geteuid() == 0 ? "chown failed" : "belongs to another user"
            }
            return await Attack.refusal { _ = try await place.judged() }
        },
        content("an absolute path", "/etc/passwd") { _ in },
        content("a path that leads up", "../../../../../../../../etc/passwd") { _ in },
        content("a link", "link") { symlink("/etc/passwd", $0.path("link")) },
        content("a link in the path", "door/passwd") { symlink("/etc", $0.path("door")) },
    ]

    private static let running = Sample.text.replacing(
        "check: [{file: {path: present.txt}}]",
        with: "check: [{command: {run: [./check.sh, \"${cloud}\"]}}]")

    /// Why a checklist may not execute anything, after it was trusted and something was done.
    private static func refused(
        _ name: String, _ wanted: String, _ path: String = Sample.path, grants: Bool = true,
        set: [String: String] = [:], _ change: @escaping @Sendable (Place) async throws -> Void
    ) -> Attack {
        .inPlace(4, name, wanted, running) { place in
            try place.write("checklists/check.sh", "exit 0")
            let trust = TrustChecklists(place.context())
            if grants {
                _ = try trust.grant([try await place.load()])
                let refusals = try trust.refusals([try await place.load()], allowingAll: false)
                guard refusals == [nil] else { return "it was not trusted" }
            }
            try await change(place)
            return await Attack.refusal {
                let loaded = try await place.load(path, set: set)
                for case let refusal? in try trust.refusals([loaded], allowingAll: false) {
                    throw Refused(description: refusal.description)
                }
            }
        }
    }

    private struct Refused: Error, CustomStringConvertible {
        let description: String
    }

    /// What is learned of a file elsewhere without trust.
    private static func content(
        _ name: String, _ path: String, _ prepare: @escaping @Sendable (Place) -> Void
    ) -> Attack {
        .inPlace(14, "content behind \(name)", "undetermined not-trusted") { place in
            prepare(place)
            var expected = FileCheck.Expected()
            expected.content = ValueExpectation([.contains(.text("root"))])
            let check = ConfiguredCheck(.file, FileCheck(path, expected: expected))
            guard await outcome(check, place) == "met " else { return "the base is not met" }
            return await outcome(check, place, .refused)
        }
    }
}

extension Place {
    /// What a file holds; nothing where it is not there.
    fileprivate func read(_ name: String) -> String {
        (try? String(contentsOfFile: path(name), encoding: .utf8)) ?? ""
    }
}
