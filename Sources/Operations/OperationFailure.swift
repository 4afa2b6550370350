package import ChecklistDecoding
package import Files
package import Importing
package import LedgerStorage
package import LocatedYAML
package import Reporting
package import Rollout

/// Why an operation could not do what it was asked to; nothing was recorded unless a case says so.
package enum OperationFailure: Error {
    /// A name that the checklist does not have.
    case unknown(NameKind, String, known: [String])
    /// The ledger has no text of the checklist but the one that is there.
    case noOtherText(LedgerLocation)
    /// The name of a `for-each` where one of its steps is wanted.
    case severalSteps(String, [StepID])
    /// There is no checklist in the folder.
    case noChecklists(folder: String)
    /// A link in a folder leads to a folder whose checklists have another home.
    case linkAway(String, to: String)
    /// A link in a folder leads nowhere, so that what it led to would go unseen.
    case linkNowhere(String)
    /// One of several steps that are acted on together is why none of them is.
    indirect case ofSeveral(StepID, OperationFailure)
    case source(ChecklistSource.Mistake)
    case parameter(path: String, ParameterMistake)
    /// Every mistake in the checklists and values that were named.
    case invalid([Diagnostic])
    /// Two checklists of one id at one place, whose evidence would be one.
    case twins(String, String, id: String)
    /// A gate was asked about a moment that has not come.
    case gateAhead(Instant, WordingContext)
    /// A gate was asked about the past, and nobody said that this is meant.
    case gatePast
    /// A gate about a text that is named by its digest, which need not be today's.
    case gateText
    /// A gate would rest on a copy of a ledger that nothing vouches for.
    case gateUnverified(LedgerLocation)
    /// The checklist has targets, and one is wanted.
    case targetWanted([TargetID])
    /// The ledger has no checklist text with the digest.
    case noSuchText(ChecklistSource, LedgerLocation)
    /// The text was recorded for several places, and one is wanted.
    case severalPlaces(ChecklistSource, [RolloutReference])
    /// The text was not recorded for the place, but for others.
    case noSuchPlace(ChecklistSource, place: String, [RolloutReference])
    /// The text was recorded for a place that is no folder's here, so that its checks would look
    /// elsewhere.
    case noFolderOfPlace(place: String, from: String)
    /// A place was named for a checklist that is read from a file, and has its own.
    case placeOfFile(String)
    /// The name of a principal has blanks or hidden characters in it, or nothing.
    case principal(String)
    /// The principal is in several of the roles that would do.
    case severalRoles(Principal, [RoleID])
    /// The principal is in none of them.
    case noRole(Principal, [RoleID], WordingContext)
    case signOff(SignOffReason, WordingContext)
    case waiver(WaiverReason, WordingContext)
    /// The waiver lasts longer than the checklist allows, which is to the end of the latest day.
    case waiverTooLong(longest: Duration, latest: CivilDate)
    case decision(DecisionReason, WordingContext)
    case revocation(RevocationReason, WordingContext)
    case editorial(EditorialReason, WordingContext)
    /// The time of the entry with this number is not corrected.
    case correction(CorrectionReason, Int, WordingContext)
    case request(RequestReason, WordingContext)
    case poll(PollReason, WordingContext)
    case approval(PlanApprovalReason, WordingContext)
    case retrospective(RetrospectiveReason, WordingContext)
    /// The checklist does not say who approves its text.
    case noApprovalAsked
    /// The judgement has nothing on the statement, so that nobody knows whether it would count.
    case notJudged
    /// The checklist counts the outcomes of others alone.
    case notARunner(Principal, [Principal])
    /// The checklist counts the outcomes of others alone as seen from the site.
    case notARunnerOfSite(Principal, SiteID, [Principal])
    /// A list of signers would not count.
    case signers(SignersFault)
    /// The lines of a list of signers that cannot be read.
    case signerList(path: String, [SignerListMistake])
    /// By a list of signers its owner has no key that could sign the next one.
    case ownerWithoutKey(Principal)
    /// The list on record says the same.
    case signersUnchanged
    /// The file is neither a report in Markdown with its command nor a checkpoint.
    case notAReport(path: String)
    /// A moment that somebody asked to compare with is none that a report can be compared with.
    case since(SinceFault)
    /// A page over all rollouts would take the place of a file that is none.
    case foreignPage(path: String)
    case pointless(PointlessAct)
    case signing(SigningFailure)
    /// The signature would not count.
    case signature(SignatureFault)
    /// A passkey that is enrolled or confirmed.
    case passkey(PasskeyFailure)
    /// The step asks for no sign-off.
    case noSignOffAsked(StepID)
    /// The step wants files as evidence.
    case evidenceWanted(StepID)
    /// No entry with this number is of the kind and about the step.
    case noSuchEntry(Int, StatementBody.Kind, StepID)
    /// No step that applies and fits has a check.
    case nothingToCheck
    /// None of the checks stands as was asked for by what is on record.
    case noneStandsSo
    /// All that there is to check is carried out from elsewhere.
    case nothingToCheckFrom(SiteID?, [RunSite.LeftOut])
    case file(FileUse, path: String, FileFailure)
    /// No copy of a file could be kept beside the ledger.
    case evidence(path: String, ContentError)
    /// The list of trusted checklists cannot be relied on; a clause without a full stop.
    case trustStore(path: String, reason: String)
    /// None of these is trusted.
    case notTrusted([String])
    /// What the log of a ledger is needed for.
    case log(LogFailure)
    /// Every row of a table that cannot be read.
    case table(path: String, [TableMistake])
    /// Something that is sent to, or fetched from, another machine.
    case transfer(TransferFailure)
    /// The ledger of a server could not be read or added to.
    case server(ServerFailure)
    /// The file is not one that says what a channel was told.
    case notNotified(path: String)
    /// A bundle that is exported or verified.
    case bundle(BundleFailure)

    /// What a name was meant to be.
    package enum NameKind: String, Hashable, Sendable {
        case step, phase, role, site, target, member
        /// The steps that a `for-each` made.
        case family
        /// An announcement.
        case post
    }

    /// What a file was meant for.
    package enum FileUse: String, Hashable, Sendable {
        /// A file that shows what was done, and the folder that copies of such files are kept in.
        case evidence, copies
        /// A report, and the folder for reports.
        case report, reports
        /// A folder whose checklists are asked for.
        case checklists
        /// What a new folder begins with.
        case start
        /// The list of trusted checklists.
        case trust
        /// A list of signers, and the file that a list on record is written to.
        case signers, signersCopy
        /// An old report or checkpoint.
        case earlier
        /// Posts or a table to import, and the checklists that become of them.
        case posts, drafts
        /// What a channel was told last.
        case notified
        /// Statements that wait to be sent, and the tokens of a server.
        case outbox, tokens
    }
}
