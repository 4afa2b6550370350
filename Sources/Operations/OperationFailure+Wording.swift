import ChecklistDecoding
import Fields
import Files
import LocatedYAML
import Reporting
import Rollout

extension OperationFailure: CustomStringConvertible {
    /// What is wrong and what to do about it, in whole sentences.
    package var description: String {
        switch self {
        case .unknown(let kind, let name, let known): return Self.unknown(kind, name, known)
        case .severalSteps(let name, let steps):
            return
                "\(name) stands for several steps; name one: \(Self.list(steps)). Only sign "
                + "takes all of them: \(ShellWord.quoted("\(name)/*"))."
        case .ofSeveral(let step, let failure): return "\(step): \(failure)"
        case .noOtherText(let location):
            return "The ledger \(location) holds no other text of this checklist to compare it "
                + "with; name two files."
        case .noChecklists(let folder):
            return "There is no checklist in \(folder): no .yaml or .yml file with a line that "
                + "begins with \"readiness:\"."
        case .linkAway(let link, let target):
            return "The link \(link) leads to \(target), whose checklists belong to another "
                + "ledger. Name that folder itself, or remove the link. Nothing was done."
        case .linkNowhere(let link):
            return "The link \(link) leads nowhere, and nobody knows which checklists it led to. "
                + "Mend it, or remove it. Nothing was done."
        case .source(let mistake): return mistake.description
        case .parameter(let path, let mistake): return "\(path): \(mistake)"
        case .invalid(let diagnostics): return Self.mistakes(diagnostics)
        case .twins(let first, let second, let id):
            return "\(first) and \(second) have the same id \"\(id)\" and would share their "
                + "evidence; name one of them."
        case .targetWanted(let targets):
            return "The checklist has targets; say which with --target: \(Self.list(targets))."
        case .noSuchText(let source, let location):
            return "The ledger \(location) holds no checklist text with the digest \(source). "
                + "Name another ledger with --ledger, or a file."
        case .severalPlaces(let source, let rollouts):
            return "The text \(source) was recorded for several places; say which with --place: "
                + rollouts.map(\.place).joined(separator: ", ") + "."
        case .noSuchPlace(let source, let place, let rollouts):
            return "The text \(source) was not recorded for the place \"\(place)\", but for "
                + rollouts.map(\.place).joined(separator: ", ") + "."
        case .noFolderOfPlace(let place, let folder):
            return "The text was recorded for \(place), and \(folder) is not in the folder that "
                + "holds it: its checks would look elsewhere. Run it from there. Nothing was done."
        case .gateAhead(let instant, let context):
            return "\(context.time(instant)) has not come yet, and nobody knows what will be on "
                + "record then. `readiness status --as-of` shows a forecast."
        case .gatePast:
            return "A gate is about the present, and --as-of or --entries leave out what was "
                + "recorded since. Leave them away, or say with --allow-past that this is meant."
        case .gateText:
            return "A gate is about today's text, and a digest may name one replaced since. "
                + "Name the file of the checklist, or say with --allow-past that this is meant."
        case .gateUnverified(let location):
            return "\(location) is an unverified copy: a text file does not show whether entries "
                + "were changed or left out, and a gate would rest on it. Name the ledger itself, "
                + "or say with --allow-unverified that this is meant."
        case .placeOfFile(let path):
            return "--place is for recorded texts (sha256:…), and \(path) is a file, which has its "
                + "own place."
        case .principal(let name):
            return "\"\(name)\" cannot be recorded as a name: a name has no blanks and no hidden "
                + "characters, such as nora@example.com. Say who acts with --as."
        case .file(let use, let path, let failure):
            return Self.file(use, path, failure.reason)
        case .evidence(let path, let error): return "\(path): \(error)"
        case .trustStore(let path, let reason):
            return "The list of trusted checklists \(path) \(reason)."
        case .notTrusted(let names):
            return "\(Prose.list(names, "and")) \(names.count == 1 ? "is" : "are") not trusted. "
                + "`readiness trust --list` shows what is."
        case .log(let failure): return failure.description
        case .bundle(let failure): return failure.description
        case .transfer(let failure): return failure.description
        case .server(let failure): return failure.description
        case .notNotified(let path):
            return "\(path) is not a file of --if-changed. Name another one, or remove it to have "
                + "everything told again. Nothing was sent."
        case .table(let path, let mistakes):
            return mistakes.map { "\(path)\($0.words)" }.joined(separator: "\n")
                + "\nNothing was imported."
        case .nothingToCheck:
            return "There is nothing to check: no step that applies and was asked for has a check. "
                + "`readiness status` shows what each step asks for. Nothing was recorded."
        case .noneStandsSo:
            return "There is nothing to check: no check stands on record as --only asks. Without "
                + "it all are carried out. Nothing was recorded."
        case .notAReport(let path):
            return "\(path) is neither a report in Markdown as `readiness report` writes it, nor a "
                + "checkpoint. Nothing was audited."
        case .since(let fault): return "\(fault.sentence) Nothing was written."
        case .foreignPage(let path):
            return "\(path) is no page over rollouts. Move it, or name another folder."
        case .noApprovalAsked:
            return "The checklist does not say who approves its text; add \"approval: {by: [ROLE], "
                + "required: true}\". Nothing was recorded."
        case .notJudged:
            return
                "Nobody knows whether the statement would count: the judgement has nothing on it. "
                + "That is a mistake of the program. Nothing was recorded."
        case .nothingToCheckFrom(let site, let left):
            let from = site.map { "from \($0)" } ?? "without --site"
            let parts =
                ["There is nothing to check \(from)."]
                + left.map { LeftOutWording.sentence($0) }
            return (parts + ["Nothing was recorded."]).joined(separator: " ")
        case .notARunnerOfSite(let principal, let site, let runners):
            return
                "The checklist counts what is seen from \(site) where one of these carried it out: "
                + "\(Self.list(runners)). \(principal) is none of them: say who runs with --as. "
                + "Nothing was recorded."
        case .notARunner(let principal, let runners):
            return "The outcomes of \(principal) would not count: the checklist counts those of "
                + "\(Self.list(runners, "and")). Say who runs them with --as. Nothing was recorded."
        case .signers(let fault):
            return "The list of signers would not count. "
                + "\(SignersWording.sentence(fault)) Nothing was recorded."
        case .signerList(let path, let mistakes):
            return mistakes.map { "\(path): \(SignerListWording.sentence($0, in: .utc))" }
                .joined(separator: "\n") + "\nNothing was recorded."
        case .ownerWithoutKey(let owner):
            return "By this list \(owner) would own the ledger without a key that counts now, and "
                + "nobody could ever record another list. Give \(owner) a line with a key that is "
                + "neither expired nor revoked, or name another owner with --owner. Nothing was "
                + "recorded."
        case .signersUnchanged:
            return "The list of signers on record says the same. Nothing was recorded."
        case .passkey(let failure): return "\(failure) Nothing was recorded."
        case .signing(let failure): return failure.description
        case .request, .poll, .approval, .retrospective, .signature,
            .severalRoles, .noRole, .signOff, .waiver, .waiverTooLong, .decision, .revocation,
            .editorial, .correction, .pointless, .noSignOffAsked, .evidenceWanted, .noSuchEntry:
            return refusal + " Nothing was recorded."
        }
    }

    /// The refusal of something that somebody wanted to say.
    private var refusal: String {
        switch self {
        case .severalRoles(let principal, let roles):
            return "\(principal) is a member of \(Self.list(roles, "and")); say which with --role."
        case .noRole(let principal, let roles, let context):
            return
                "\(principal) is not a member of \(Self.list(roles, "or"))."
                + Self.represented(by: principal, roles, context)
                + Self.meant(principal, roles, context) + " Say who acts with --as."
        case .signOff(.tooEarly(let counts), let context):
            return "It is too early to sign: evidence for this step counts from "
                + "\(context.time(counts)) on."
        case .signOff(let reason, let context):
            return "The sign-off is refused. \(SignOffWording.sentence(reason, context))"
        case .waiver(let reason, let context):
            return "The waiver is refused. \(WaiverWording.sentence(reason, context))"
        case .waiverTooLong(let longest, let latest):
            return
                "The waiver is refused. It lasts longer than the \(Prose.duration(longest)) that "
                + "the checklist allows: the latest day is \(latest)."
        case .decision(let reason, let context):
            var meant = ""
            if case .notAMember(let principal, let role) = reason {
                meant = Self.meant(principal, [role], context)
            }
            return "The decision is refused. \(DecisionWording.sentence(reason, context))\(meant)"
        case .revocation(let reason, let context):
            return "It cannot be taken back. \(RevocationWording.sentence(reason, context))"
        case .editorial(let reason, let context):
            return "The rewording carries nothing over. "
                + EditorialWording.sentence(reason, context)
        case .correction(let reason, let entry, let context):
            return "The time of entry \(entry) cannot be corrected. "
                + CorrectionWording.sentence(reason, context)
        case .request(let reason, let context):
            return "The request is refused. \(RequestWording.sentence(reason, context))"
        case .poll(let reason, let context):
            return "The answer is refused. \(PollWording.sentence(reason, context))"
        case .approval(let reason, let context):
            return "The approval is refused. \(PlanWording.sentence(reason, context))"
        case .retrospective(let reason, let context):
            return
                "The retrospective is refused. \(RetrospectiveWording.sentence(reason, context))"
        case .signature(let fault):
            return "The signature would not count. \(SignatureWording.sentence(fault, in: .utc))"
        case .pointless(let act): return Self.pointless(act)
        case .noSignOffAsked(let step):
            return "The step \(step) asks for no sign-off; `readiness run` carries out its checks."
        case .evidenceWanted(let step):
            return "The step \(step) requires evidence: name files with --evidence."
        case .noSuchEntry(let number, let kind, let step):
            let what =
                switch kind {
                case .waiver: "a waiver"
                case .editorial: "an editorial change"
                default: "a sign-off"
                }
            return
                "Entry \(number) is not \(what) of the step \(step). `readiness log` shows the "
                + "numbers of all entries."
        case .unknown, .severalSteps, .ofSeveral, .noOtherText, .noChecklists, .linkAway,
            .linkNowhere, .source, .parameter, .invalid, .twins, .gateAhead, .gatePast, .gateText,
            .gateUnverified, .targetWanted, .noSuchText, .severalPlaces, .noSuchPlace,
            .noFolderOfPlace, .placeOfFile, .principal, .nothingToCheck, .noneStandsSo, .file,
            .evidence, .trustStore, .notTrusted, .signing, .passkey, .noApprovalAsked, .notJudged,
            .notAReport, .since, .foreignPage, .notARunner, .notARunnerOfSite,
            .nothingToCheckFrom, .signers, .signerList, .ownerWithoutKey, .signersUnchanged, .log,
            .bundle, .table, .transfer, .server, .notNotified:
            return description
        }
    }

    private static func pointless(_ act: PointlessAct) -> String {
        switch act {
        case .doesNotApply(let step):
            return "The step \(step) does not apply with these values of the parameters."
        case .readyAlready(let step):
            return "The step \(step) is ready: there is nothing to waive."
        case .nothingToCarry(let step):
            return "No evidence on record was made for the words that the step \(step) had before: "
                + "there is nothing to carry over."
        case .phaseOver(let phase):
            return "The phase \(phase) is over: nothing more is recorded for it."
        case .noVerdict(let phase):
            return "The phase \(phase) has no verdict to decide on: it is cancelled or does not "
                + "apply."
        }
    }

    /// The member that was probably meant, as a sentence behind another one.
    private static func meant(
        _ principal: Principal, _ roles: [RoleID], _ context: WordingContext
    ) -> String {
        let members = roles.flatMap { context.checklist.role($0)?.members ?? [] }.map(\.text)
        let name = NearestName.nearest(to: principal.text, among: members)
        return name.map { " Did you mean \"\($0)\"?" } ?? ""
    }

    /// Whom somebody is named a deputy of, as a sentence behind another one.
    private static func represented(
        by principal: Principal, _ roles: [RoleID], _ context: WordingContext
    ) -> String {
        let terms = roles.flatMap { context.checklist.role($0)?.deputies ?? [] }
        guard let term = terms.first(where: { $0.deputy == principal }) else { return "" }
        return " To act as a deputy of \(term.member), add --for \(term.member)."
    }

    private static func unknown(_ kind: NameKind, _ name: String, _ known: [String]) -> String {
        var hint = NearestName.suggestion(for: name, among: Set(known).sorted()) ?? ""
        if !hint.isEmpty { hint = "; \(hint)" }
        if hint.last != "?" { hint += "." }
        let owner = kind == .post ? "Among what was read there is" : "The checklist has"
        return "\(owner) no \(kind.rawValue) \"\(name)\"\(hint)"
    }

    private static func mistakes(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.filter { $0.severity == .error }.count
        return "\(Prose.count(errors, "mistake")) in the input; nothing was done.\n"
            + diagnostics.map { DiagnosticText.render($0) }.joined(separator: "\n")
    }

    private static func file(_ use: FileUse, _ path: String, _ reason: String) -> String {
        switch use {
        case .evidence:
            return "The evidence \(path) cannot be read: \(reason). Nothing was recorded."
        case .copies:
            return "Copies of evidence cannot be kept in \(path): \(reason). Nothing was recorded."
        case .report: return "\(path) cannot be written: \(reason). Nothing was changed."
        case .reports:
            return "The folder \(path) cannot be made: \(reason). Name another one with --output."
        case .earlier: return "\(path) cannot be read: \(reason). Nothing was audited."
        case .signers:
            return "The list of signers \(path) cannot be read: \(reason). Nothing was recorded."
        case .signersCopy:
            return
                "The list of signers is recorded, and cannot be written to \(path): \(reason). Bring "
                + "the file up to the list that `readiness signers` shows."
        case .posts: return "\(path) cannot be read: \(reason). Nothing was imported."
        case .drafts: return "\(path) cannot be written or read: \(reason)."
        case .notified:
            return "\(path), which says what the channel was told, cannot be read or written: "
                + "\(reason)."
        case .outbox:
            return "What waits to be sent cannot be read or written in \(path): \(reason)."
        case .tokens: return "The tokens in \(path) cannot be read or written: \(reason)."
        case .checklists: return "The folder \(path) cannot be read: \(reason). Nothing was done."
        case .start: return "\(path) cannot be made: \(reason)."
        case .trust:
            return "The list of trusted checklists \(path) cannot be written: \(reason). Nothing "
                + "was changed."
        }
    }

    private static func list(_ names: [some Name], _ last: String? = nil) -> String {
        let texts = names.map(\.text)
        return last.map { Prose.list(texts, $0) } ?? texts.joined(separator: ", ")
    }
}
