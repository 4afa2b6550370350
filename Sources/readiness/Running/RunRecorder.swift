import ChecklistDecoding
import Checks
import LedgerStorage
import Rollout

/// Records what a run found, each outcome as soon as it is there.
struct RunRecorder {
    /// Who runs the checks, as given and not authenticated.
    let principal: String
    /// The ledger of each checklist, in the order of the command line.
    let ledgers: [any Ledger]

    /// Records the texts of the checklists, those that the ledgers do not have yet, and then works.
    ///
    /// The ledgers are left as single files, also where the work fails.
    func recording<Value: Sendable>(
        _ loaded: [LoadedChecklist], _ work: () async throws -> Value
    ) async throws -> Value {
        let value: Value
        do {
            for (checklist, ledger) in zip(loaded, ledgers) {
                _ = try await ledger.append(
                    [checklist.textDraft(by: principal)], at: Machine.now())
            }
            value = try await work()
        } catch {
            // What went wrong first is what people must hear of.
            for ledger in ledgers { try? await ledger.close() }
            throw error
        }
        for ledger in ledgers { try await ledger.close() }
        return value
    }

    /// Records one outcome.
    ///
    /// In a task of its own, because an interrupted run is a cancelled task, and what was observed
    /// is kept all the same.
    func record(_ result: CheckResult, of entry: RunPlan.Entry) async throws {
        let draft = RecordDraft(
            checklist: entry.checklist.id, principal: principal,
            event: .check(
                CheckEvent(
                    step: entry.step.reference(in: entry.checklist),
                    position: entry.planned.position,
                    kind: entry.step.checks[entry.planned.position].kind, result: result,
                    tool: ToolVersion.name, host: Machine.host)))
        let ledger = ledgers[entry.source]
        try await Task { _ = try await ledger.append([draft], at: Machine.now()) }.value
    }
}

extension LoadedChecklist {
    /// The record that keeps the text.
    func textDraft(by principal: String) -> RecordDraft {
        RecordDraft(
            checklist: checklist.id, principal: principal,
            event: .checklistText(ChecklistText(digest: checklist.digest, text: text)))
    }
}

extension Step {
    /// What a record about the step says of it.
    func reference(in checklist: Checklist) -> StepReference {
        StepReference(id: id, digest: digest, checklist: checklist.digest)
    }
}
