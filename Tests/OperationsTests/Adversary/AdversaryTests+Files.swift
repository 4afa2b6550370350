import Checks
import Foundation
import Operations
import Rollout

extension AdversaryTests {
    /// Files that are something else than they seem.
    static let files: [Attack] = [
        file("UTF-16 that lacks what it holds", "undetermined") {
            $0.expected.content = lacking("TODO")
            return [0xFF, 0xFE] + "TODO".utf8.flatMap { [$0, 0] }
        },
        file("Latin-1 that lacks what it holds", "undetermined") {
            $0.expected.content = lacking("ö")
            return [0x67, 0xF6]
        },
        file("a word behind the end of what is read", "undetermined") {
            $0.expected.content = lacking("TODO")
            return [UInt8](repeating: 120, count: 2 << 20) + Array("TODO".utf8)
        },
        file("a link to nothing where nothing may be", "unmet") {
            $0.expected.exists = false
            symlink("nothing", $0.path("seen"))
            return nil
        },
        file("a link to itself where nothing may be", "undetermined") {
            $0.expected.exists = false
            symlink("seen", $0.path("seen"))
            return nil
        },
        file("a name that is too long where nothing may be", "undetermined") {
            $0.expected.exists = false
            $0.name = String(repeating: "a", count: 300)
            return nil
        },
        file("a name with a zero byte where nothing may be", "undetermined") {
            $0.expected.exists = false
            $0.name = "a\u{0}b"
            return nil
        },
        file("a file from the future that is to be young", "unmet") {
            $0.expected.age = ValueExpectation([
                .bounds(minimum: nil, maximum: .duration(.seconds(60)))
            ])
            return Array("x".utf8)
        },
        file("a pipe that nobody writes to", "unmet") {
            $0.expected.content = ValueExpectation([.contains(.text("x"))])
            mkfifo($0.path("seen"), 0o600)
            return nil
        },
        file("a folder in place of a file", "unmet") {
            $0.expected.size = ValueExpectation([.bounds(minimum: .size(0), maximum: nil)])
            mkdir($0.path("seen"), 0o700)
            return nil
        },
        .inPlace(10, "an empty file as evidence", "empty") { place in
            try place.write("nothing.txt", "")
            return await Attack.refusal {
                _ = try await SignStep(
                    "approved", .approve, note: "n", evidence: [place.path("nothing.txt")])(
                        place.act(by: "ann@example.com"))
            }
        },
    ]

    private static func lacking(_ text: String) -> ValueExpectation {
        ValueExpectation([.lacks(.text(text))])
    }

    /// What a check of a file looks at.
    struct Look {
        let place: Place
        var name = "seen"
        var expected = FileCheck.Expected()

        func path(_ name: String) -> String { place.path(name) }
    }

    /// `prepare` says what the file holds, or puts something else in its place.
    private static func file(
        _ name: String, _ wanted: String,
        _ prepare: @escaping @Sendable (inout Look) throws -> [UInt8]?
    ) -> Attack {
        .inPlace(10, name, wanted) { place in
            var look = Look(place: place)
            if let bytes = try prepare(&look) {
                try Data(bytes).write(to: URL(fileURLWithPath: look.path(look.name)))
            }
            return await outcome(
                ConfiguredCheck(.file, FileCheck(look.name, expected: look.expected)), place)
        }
    }

    /// What a check comes to in the folder of a place.
    static func outcome(
        _ check: ConfiguredCheck, _ place: Place,
        _ permission: CheckEnvironment.CommandPermission = .granted
    ) async -> String {
        let environment = CheckEnvironment(
            folder: place.folder, timeout: .seconds(60), commands: permission, variables: [:],
            clock: { place.now })
        let outcome = await check.carryOut(in: environment)
        return "\(outcome.outcome.rawValue) \(outcome.obstacle?.code.rawValue ?? "")"
    }
}
