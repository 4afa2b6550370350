package import Rollout

/// What a report is made from: the assessment, and what a reader needs to trace and reproduce it.
///
/// There is no time of rendering and no locale in it, and a path of a machine only to tell several
/// reports apart, so that the same input gives the same bytes anywhere.
package struct ReportInput: Sendable {
    /// The assessment, with what every format says about it.
    package let facts: ReportFacts
    package let tool: Tool
    /// What the operator named the checklist by.
    package let source: String
    /// How much of the ledger was judged.
    package let ledger: LedgerExtent
    /// The list of signers that statements were verified by; nil where none was.
    package let signers: Signers?
    /// Damage that was seen outside of this rollout.
    package let ledgerWarnings: [LedgerWarning]
    /// What is to be known beside the verdict.
    package let caveats: [Caveat]
    /// The version of the rules that it was judged by.
    package let rules: Int
    /// The instant had not come when the report was first made: what was recorded after that is
    /// not in it.
    package let isForecast: Bool
    /// The ledger keeps the checklist's text, without which the command below renders nothing.
    package let isTextOnRecord: Bool
    /// The words of the command that renders the same report again in the default format.
    package let command: [String]
    /// The words of the command that writes the rollout into the bundle `bundle`; empty where there is
    /// none.
    package let exportCommand: [String]
    /// Who it is for.
    package let selection: ReportSelection
    /// The dates of phases that were others in an earlier text of the checklist.
    package let movedDates: [MovedDate]
    /// The texts on record, by their digests.
    package let formerTexts: [ContentDigest: Checklist]

    package init(
        assessment: Assessment, tool: Tool, source: String? = nil, ledger: LedgerExtent,
        signers: Signers? = nil, ledgerWarnings: [LedgerWarning] = [],
        rules: Int = RulesVersion.current,
        isForecast: Bool = false, isTextOnRecord: Bool = true,
        command: [String], exportCommand: [String] = [],
        selection: ReportSelection = .everything,
        movedDates: [MovedDate] = [], formerTexts: [ContentDigest: Checklist] = [:]
    ) {
        facts = ReportFacts(assessment)
        self.tool = tool
        self.source = source ?? assessment.checklist.rollout.place
        self.ledger = ledger
        self.signers = signers
        self.ledgerWarnings = ledgerWarnings
        self.rules = rules
        self.isForecast = isForecast
        self.isTextOnRecord = isTextOnRecord
        self.command = command + selection.words
        self.exportCommand = exportCommand
        self.selection = selection
        self.movedDates = movedDates
        self.formerTexts = formerTexts
        caveats = Caveat.all(facts, ledgerWarnings, isForecast: isForecast)
    }

    package var assessment: Assessment { facts.assessment }

    /// A phase that a newer text of the checklist put at another time.
    package struct MovedDate: Hashable, Sendable {
        package let phase: PhaseID
        package let from: CalendarRange
        package let to: CalendarRange
        /// The entry of the text that moved it.
        package let entry: Int
        package let at: Instant

        package init(
            phase: PhaseID, from: CalendarRange, to: CalendarRange, entry: Int, at: Instant
        ) {
            self.phase = phase
            self.from = from
            self.to = to
            self.entry = entry
            self.at = at
        }
    }

    /// A list of signers on record.
    package struct Signers: Hashable, Sendable {
        package let entry: EntryReference
        /// Of its text.
        package let digest: ContentDigest
        /// Who may record the next one.
        package let owner: Principal

        package init(entry: EntryReference, digest: ContentDigest, owner: Principal) {
            self.entry = entry
            self.digest = digest
            self.owner = owner
        }
    }

    /// The program that renders the report.
    package struct Tool: Hashable, Sendable {
        package let name: String
        package let version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }
}
