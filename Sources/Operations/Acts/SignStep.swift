import Files
import LedgerStorage
package import Rollout

/// Signs a step off, or rejects it.
package struct SignStep: Sendable {
    private let step: String
    private let choice: SignOff.Choice
    private let note: String
    private let evidence: [String]
    /// Files that were brought before.
    private let brought: [EvidenceFile]
    private let role: String?

    /// - Parameters:
    ///   - step: The id of the step.
    ///   - choice: Whether it is approved or rejected.
    ///   - note: What was done, seen or found.
    ///   - evidence: The paths of files that show it; copies of them are kept beside the ledger.
    ///   - brought: Files of evidence that are kept beside the ledger already.
    ///   - role: The role to sign for; nil takes the only one that fits.
    package init(
        _ step: String, _ choice: SignOff.Choice, note: String, evidence: [String] = [],
        brought: [EvidenceFile] = [], role: String? = nil
    ) {
        self.brought = brought
        self.step = step
        self.choice = choice
        self.note = note
        self.evidence = evidence
        self.role = role
    }

    package func callAsFunction(_ act: Act) async throws -> Entry {
        let found = try act.step(step)
        let role = try role(for: found, act)
        return try await record([(found.step, role)], act)[0]
    }

    /// Refuses what would be refused whatever is shown as evidence, and records nothing.
    package func tryOut(_ act: Act) throws(OperationFailure) {
        _ = try role(for: try act.step(step), act, hasEvidence: true)
    }

    /// The role that a step is signed for; refused where the sign-off would not count.
    func role(
        for found: StepAssessment, _ act: Act, hasEvidence: Bool? = nil
    ) throws(OperationFailure) -> RoleID {
        let step = found.step
        guard let rule = step.signOff else { throw .noSignOffAsked(step.id) }
        try act.requireOpen(found)
        let role = try act.role(role, among: rule.roles)
        if let objection = act.assessment.objection(
            toSigning: step, by: act.actor, for: role, choice,
            hasEvidence: hasEvidence ?? !(evidence.isEmpty && brought.isEmpty), at: act.now)
        {
            throw objection == .evidenceMissing
                ? .evidenceWanted(step.id) : .signOff(objection, act.words)
        }
        return role
    }

    /// Records a sign-off for each step, or none.
    func record(_ steps: [(step: Step, role: RoleID)], _ act: Act) async throws -> [Entry] {
        let files = try brought + Self.keep(evidence, in: act.judged.location)
        let signOff = SignOff(choice: choice, note: note, evidence: files)
        return try await act.record(
            steps.map {
                act.statement(.signOff(signOff), about: $0.step.reference, for: $0.role)
            })
    }

    /// Keeps copies of files beside the ledger; each is opened once, and all before any is copied.
    private static func keep(
        _ paths: [String], in location: LedgerLocation
    ) throws -> [EvidenceFile] {
        guard !paths.isEmpty else { return [] }
        guard location.format != .jsonLines else { throw LedgerError(location, .readOnlyFormat) }
        let files = try paths.map { path throws(OperationFailure) in
            do throws(FileFailure) {
                return try RegularFile(path: path)
            } catch {
                throw .file(.evidence, path: path, error)
            }
        }
        do throws(FileFailure) {
            try Folder.make(location.folder, permissions: 0o700)
        } catch {
            throw OperationFailure.file(.copies, path: location.folder, error)
        }
        return try zip(paths, files).map { path, file in
            do throws(ContentError) {
                return EvidenceFile(
                    name: path.split(separator: "/").last.map(String.init) ?? path,
                    file: try location.content.put(file))
            } catch {
                throw OperationFailure.evidence(path: path, error)
            }
        }
    }
}
