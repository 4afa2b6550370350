package import Attestation
package import ChecklistDecoding
package import LedgerStorage
import Reporting
package import Rollout

/// What a ledger held for a checklist, and what that comes to.
///
/// A class, because it is large and handed from list to list.
package final class JudgedRollout: Sendable {
    package let loaded: LoadedChecklist
    package let location: LedgerLocation
    /// Whose keys count by the entries that were judged.
    package let signers: SignersHistory
    /// How much of the ledger was judged, and what was noticed about the rest of it.
    package let state: LedgerState
    /// The number of entries of the ledger that were recorded later and left out.
    package let later: Int
    /// The instant has not come, or had not when the report was first made.
    package let isForecast: Bool
    /// The ledger keeps the text of the checklist for this place, be it in later entries.
    package let isTextOnRecord: Bool
    package let assessment: Assessment
    /// The files that entries name and that are not kept beside the ledger as they were.
    package let missing: [KeptFiles.Damage]
    /// The texts on record, which earlier moments were judged by.
    let formerTexts: FormerTexts

    init(
        loaded: LoadedChecklist, location: LedgerLocation, signers: SignersHistory,
        state: LedgerState, later: Int, isForecast: Bool, isTextOnRecord: Bool,
        assessment: Assessment, missing: [KeptFiles.Damage], formerTexts: FormerTexts
    ) {
        self.loaded = loaded
        self.location = location
        self.signers = signers
        self.state = state
        self.later = later
        self.isForecast = isForecast
        self.isTextOnRecord = isTextOnRecord
        self.assessment = assessment.keepingLateness(by: formerTexts.recorded)
        self.missing = missing
        self.formerTexts = formerTexts
    }

    package var verdict: Verdict { assessment.verdict }
}
