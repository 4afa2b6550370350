import Attestation
import ChecklistDecoding
import LedgerStorage
package import Reporting
import Rollout

extension JudgedRollout {
    /// What every format renders; `tool` is the program that does so.
    package func report(
        _ tool: ReportInput.Tool, for selection: ReportSelection = .everything,
        warnings: [LedgerWarning] = []
    ) -> ReportInput {
        ReportInput(
            assessment: assessment, tool: tool, source: loaded.source.description,
            ledger: state.extent,
            signers: signers.current.map {
                ReportInput.Signers(
                    entry: $0.entry.reference, digest: $0.entry.statement.checklist,
                    owner: $0.record.owner)
            },
            ledgerWarnings: ledgerWarnings + warnings, isForecast: isForecast,
            isTextOnRecord: isTextOnRecord, command: command,
            exportCommand: exportCommand, selection: selection, movedDates: formerTexts.movedDates,
            formerTexts: formerTexts.checklists)
    }

    /// What readers must know of the ledger and of what is kept beside it.
    private var ledgerWarnings: [LedgerWarning] {
        let copy =
            state.isUnverifiedCopy
            ? [LedgerWarning(.unverifiedCopy, entry: nil, detail: "")] : []
        return copy + Self.warnings(state.warnings)
            + missing.map { LedgerWarning(.content, entry: $0.entry, detail: $0.detail) }
    }

    /// What is damaged behind the entries that were asked for: nothing that a report may depend on.
    package var warningsBeyond: [LedgerWarning] { Self.warnings(state.beyond) }

    private static func warnings(_ damages: [LedgerDamage]) -> [LedgerWarning] {
        damages.map { LedgerWarning(entry: $0.sequence, detail: $0.reason) }
    }

    /// The command that renders the report again, from the text and the entries that the ledger
    /// keeps.
    private var command: [String] {
        ["readiness", "report"] + text
            + ["--as-of", assessment.asOf.rfc3339, "--entries", "\(state.extent.size)"] + scope
            + (isForecast ? ["--forecast"] : [])
    }

    /// The command that writes all that is on record about the rollout for a stranger; empty where an
    /// export is refused, of a text that is not on record and of a ledger that nothing vouches for.
    private var exportCommand: [String] {
        guard isTextOnRecord, !state.isUnverifiedCopy else { return [] }
        return ["readiness", "export"] + text + scope + ["--output", "bundle"]
    }

    private var text: [String] {
        [
            assessment.checklist.digest.description,
            // In one word, for a place may begin with a hyphen.
            "--place=\(assessment.checklist.rollout.place)",
        ]
    }

    private var scope: [String] {
        let target = loaded.target.map { ["--target", $0.text] } ?? []
        let chosen = loaded.chosen.sorted { $0.key < $1.key }
        return target + chosen.flatMap { ["--set", "\($0.key)=\($0.value)"] }
    }
}
