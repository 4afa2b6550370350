import ChecklistDecoding
import Foundation
import LedgerStorage
import Operations
import Reporting
import Rollout
import Synchronization
import Testing

/// A folder of its own for a test, with a clock that the test sets.
final class Place: Sendable {
    let folder: String
    private let time = Mutex<Instant>(Place.start)

    static let start = Instant(milliseconds: 1_759_312_800_000)  // 2025-10-01T10:00:00Z

    private init(folder: String) {
        self.folder = folder
    }

    /// Makes the folder, with the sample checklist in it, for as long as the body runs.
    static func with<Result>(
        _ text: String = Sample.text, _ body: (Place) async throws -> Result
    ) async throws -> Result {
        let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        let place = Place(folder: "\(parent)/readiness-operations-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(atPath: place.folder) }
        try place.write(Sample.path, text)
        try place.write("checklists/present.txt", "here\n")
        try place.write("evidence.txt", "approved\n")
        return try await body(place)
    }

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    func write(_ name: String, _ text: String) throws {
        let url = URL(fileURLWithPath: path(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Makes a symbolic link.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(name), withDestinationPath: target)
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    var now: Instant { time.withLock { $0 } }

    /// Sets the clock of every operation.
    func set(_ instant: String) throws {
        let instant = try #require(Instant(rfc3339: instant))
        time.withLock { $0 = instant }
    }

    /// Lets time pass, in seconds.
    func later(_ seconds: Int) {
        time.withLock { $0 = $0.advanced(by: .seconds(seconds)) }
    }

    /// What operations know of the folder; without a name the ledger is the nearest one.
    func context(ledger: String? = nil) -> OperationContext {
        OperationContext(
            ledger: ledger.map { .named(path($0)) } ?? .nearest, startsLedger: true,
            clock: { [self] in now }, host: "bench", tool: "readiness test", folder: folder,
            stateFolder: path("state"), variables: [:])
    }

    func load(
        _ name: String = Sample.path, target: String? = nil, set: [String: String] = [:],
        ledger: String? = nil
    ) async throws -> LoadedChecklist {
        try await ChecklistLoader(
            context(ledger: ledger), target: target.map { TargetID($0) }, chosen: set
        ).loadOne(path(name))
    }

    /// Somebody who is about to act.
    func act(
        by principal: String, target: String? = nil, set: [String: String] = [:],
        ledger: String? = nil
    ) async throws -> Act {
        let name = try #require(Principal(written: principal))
        return try await Act(
            on: load(target: target, set: set, ledger: ledger), by: name, context(ledger: ledger))
    }

    /// What the ledger says of the sample.
    func judged(
        target: String? = nil, set: [String: String] = [:], at point: JudgementPoint = .now,
        ledger: String? = nil
    ) async throws -> JudgedRollout {
        try await JudgeRollouts(context(ledger: ledger), at: point).judge(
            load(target: target, set: set, ledger: ledger))
    }

    func status(
        _ step: String, target: String? = nil, set: [String: String] = [:]
    ) async throws -> StepAssessment {
        try #require(
            try await judged(target: target, set: set).assessment.step(StepID(step)))
    }

    /// The report on what was judged.
    static func markdown(_ judged: JudgedRollout) -> String {
        let report = judged.report(ReportInput.Tool(name: "readiness", version: "test"))
        return String(decoding: MarkdownFormat().stream([report]), as: UTF8.self)
    }
}
