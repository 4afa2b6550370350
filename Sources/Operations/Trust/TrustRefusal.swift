import ChecklistDecoding
import Reporting
package import Rollout

/// Why a checklist may not execute what it says.
package struct TrustRefusal: Hashable, Sendable {
    /// What is no longer as it was trusted.
    package enum Change: Hashable, Sendable {
        case text(was: ContentDigest, now: ContentDigest)
        /// What it executes, by other values of parameters.
        case commands
        case folder(was: String, now: String)
        /// What a program holds.
        case program(String)
    }

    /// The checklist as the operator named it.
    package let name: String
    /// When the nearest thing to it was trusted; nil where nothing of the kind ever was.
    package let trustedAt: Instant?
    package let changes: [Change]
    /// The words of the command that would trust it.
    package let command: [String]

    /// Compares what stands now with what was trusted of it.
    init(_ loaded: LoadedChecklist, now: TrustedChecklist, among trusted: [TrustedChecklist]) {
        name = loaded.source.description
        let place =
            if case .digest = loaded.source {
                // In one word, for a place may begin with a hyphen.
                ["--place=\(loaded.checklist.rollout.place)"]
            } else {
                [] as [String]
            }
        let target = now.target.map { ["--target", $0] } ?? []
        let values = now.values.sorted { $0.key < $1.key }.flatMap {
            ["--set", "\($0.key)=\($0.value)"]
        }
        command = ["readiness", "trust", name] + place + target + values
        let same = trusted.filter { $0.path == now.path }
        let nearest =
            same.last { $0.target == now.target && $0.values == now.values }
            ?? same.last { $0.target == now.target } ?? same.last
            ?? trusted.last { $0.text == now.text }
        trustedAt = nearest?.trustedAt
        changes = nearest.map { Self.changes(from: $0, to: now) } ?? []
    }

    private static func changes(
        from old: TrustedChecklist, to now: TrustedChecklist
    ) -> [Change] {
        var changes: [Change] = []
        if old.text != now.text { changes.append(.text(was: old.text, now: now.text)) }
        if old.folder != now.folder { changes.append(.folder(was: old.folder, now: now.folder)) }
        // With the text or the folder everything else changes as well.
        guard changes.isEmpty else { return changes }
        if old.executions != now.executions { changes.append(.commands) }
        return changes
            + Set(old.programs.keys).union(now.programs.keys).sorted()
            // One that is not looked for any more holds as little as one that is not there.
            .filter { old.programs[$0].flatMap(\.self) != now.programs[$0].flatMap(\.self) }
            .map { .program($0) }
    }
}

extension TrustRefusal: CustomStringConvertible {
    /// What happened, and the command to type.
    package var description: String {
        let way =
            "To let its commands run, look at them and type: \(ShellWord.line(command))"
        guard let trustedAt else { return "\(name): its commands were never trusted. \(way)" }
        let what = Prose.list(changes.map(Self.words), "and")
        return
            "\(name): it was trusted on \(LocalTime.text(trustedAt, in: .utc)), before \(what). \(way)"
    }

    private static func words(_ change: Change) -> String {
        switch change {
        case .text(let was, let now):
            return "the text changed (sha256:\(was.short) then, sha256:\(now.short) now)"
        case .commands: return "the values in force changed what it executes"
        case .folder(let was, let now): return "it lay in another folder (\(was), now \(now))"
        case .program(let path): return "the program \(path) changed"
        }
    }
}
