import Reporting
import Rollout

/// What people said, and what phases say.
extension Reasons {
    static let signOff: [Row] =
        [
            signed(.approves, ["approves"]), signed(.rejects, ["rejects"]),
            signed(.stepRemoved, ["no longer has the step"]),
            signed(.noLongerAsked, ["no longer asks"]),
            signed(.datedAhead(at), [time]),
            signed(
                .takenBack(by: "sam@example.com", at: at, entry: 12),
                ["sam@example.com", time, "entry 12"]),
            signed(.otherWording, ["another wording"]), signed(.replaced(by: 9), ["entry 9"]),
            signed(
                .otherRole("desk", asked: ["net", "gone"]),
                ["Service Desk", "Network Engineers and gone"]),
            signed(.roleRemoved("gone"), ["gone", "does not have"]),
            signed(.notAMember("sam@example.com", "desk"), ["sam@example.com", "Service Desk"]),
            signed(.signedExcluded("sam@example.com", "prepare"), ["sam@example.com", "prepare"]),
            signed(.excludedStepMissing("gone"), ["gone"]),
            signed(
                .samePerson(as: "sam@example.com", entry: 9), ["sam@example.com", "entry 9"]),
            signed(.madeBefore(entry: 9), ["entry 9"]),
            signed(.unsignedOverSigned(entry: 9), ["Nobody signed it", "entry 9"]),
            signed(.requestMissing("desk"), ["Service Desk"]),
            signed(.requestedOneself(entry: 9), ["entry 9"]),
            signed(.unauthenticated(.unsigned), ["Nobody signed it"]),
            signed(.deputy(.over("sam@example.com", ended: at)), ["sam@example.com", time]),
            signed(.notKept, ["no longer be shown"]),
            signed(.evidenceMissing, ["evidence file"]), signed(.tooEarly(counts: at), [time]),
            signed(.lapsed(at), ["lapsed", time]),
        ]
        + foreigners(
            SignOffReason.foreign, { SignOffWording.sentence($0, context) }, "signed")

    static let waiver: [Row] =
        [
            waived(.covers(until: at), [time]), waived(.stepRemoved, ["no longer has the step"]),
            waived(.datedAhead(at), [time]),
            waived(
                .takenBack(by: "sam@example.com", at: at, entry: 12),
                ["sam@example.com", time, "entry 12"]),
            waived(.otherWording, ["another wording"]), waived(.noWaivers, ["no waivers"]),
            waived(.notWaivable, ["may not be waived"]),
            waived(
                .otherRole("desk", asked: ["net", "gone"]),
                ["Service Desk", "Network Engineers or gone"]),
            waived(.notAMember("sam@example.com", "desk"), ["sam@example.com", "Service Desk"]),
            waived(.unauthenticated(.unsigned), ["Nobody signed it"]),
            waived(.deputy(.over("sam@example.com", ended: at)), ["sam@example.com", time]),
            waived(.ownStep("sam@example.com", "desk"), ["sam@example.com", "Service Desk"]),
            waived(
                .ownStepAsDeputy("sam@example.com", for: "kim@example.com", "desk"),
                ["sam@example.com stands in for kim@example.com", "Service Desk"]),
            waived(
                .ownSignOff("sam@example.com", "desk"),
                ["sam@example.com may sign", "Service Desk"]),
            waived(.endsBeforeItBegins, ["ends before it begins"]),
            waived(.tooLong(longest: .seconds(30 * 86_400)), ["30 days"]),
            waived(.ended(at), ["ended", time]), waived(.overtaken(by: 13), ["Entry 13"]),
        ]
        + foreigners(WaiverReason.foreign, { WaiverWording.sentence($0, context) }, "given")

    static let decision: [Row] =
        [
            decided(.stands, ["stands"]), decided(.phaseRemoved, ["no longer has the phase"]),
            decided(.datedAhead(at), [time]),
            decided(.notTheOwner("desk", owner: "net"), ["Service Desk", "Network Engineers"]),
            decided(.notAMember("sam@example.com", "desk"), ["sam@example.com", "Service Desk"]),
            decided(.unauthenticated(.unsigned), ["Nobody signed it"]),
            decided(.deputy(.over("sam@example.com", ended: at)), ["sam@example.com", time]),
            decided(.madeBefore(entry: 9), ["entry 9"]),
            decided(.unsignedOverSigned(entry: 9), ["Nobody signed it", "entry 9"]),
            decided(.pollMissing(["desk", "net"]), ["Service Desk and Network Engineers"]),
            decided(.pollAgainst(["desk"]), ["Service Desk"]),
            decided(.replaced(by: 14), ["entry 14"]),
            decided(.otherText(Make.digest("x")), ["another text", Make.digest("x").short]),
        ]
        + foreigners(DecisionReason.foreign, { DecisionWording.sentence($0, context) }, "made")

    static let revocation: [Row] =
        [
            revoked(.counts, ["takes the entry back"]), revoked(.noSuchEntry, ["no earlier entry"]),
            revoked(.unauthenticated(.unsigned), ["Nobody signed it"]),
            revoked(.unsignedOverSigned(entry: 9), ["Nobody signed it", "entry 9"]),
            revoked(.notRevocable, ["Only sign-offs, waivers and editorial"]),
            revoked(
                .takenBackAlready(by: "sam@example.com", entry: 12),
                ["sam@example.com", "entry 12"]
            ),
            revoked(.notTheAuthor("sam@example.com", orOwner: nil), ["Only sam@example.com may"]),
            revoked(
                .notTheAuthor("sam@example.com", orOwner: "net"),
                ["sam@example.com or a member of Network Engineers"]),
        ]
        + foreigners(
            RevocationReason.foreign, { RevocationWording.sentence($0, context) }, "made")

    static let correction: [Row] = [
        corrected(.counts, ["counts with the time"]), corrected(.notTheOwner, ["Only a member"]),
        corrected(.unauthenticated, ["not signed"]),
        corrected(.noSuchEntry, ["no earlier entry"]), corrected(.notAhead, ["not from a later"]),
        corrected(.inTheFuture, ["cannot be later"]),
        corrected(.beforeEarlierEntry(4, at: at), ["Entry 4", time]),
        corrected(.replaced(by: 9), ["entry 9"]),
    ]

    static let editorial: [Row] =
        [
            reworded(.counts, ["counts for those of today"]),
            reworded(.stepRemoved, ["no longer has the step"]),
            reworded(.otherChecklist("shop"), ["shop"]), reworded(.datedAhead(at), [time]),
            reworded(
                .takenBack(by: "sam@example.com", at: at, entry: 12),
                ["sam@example.com", time, "entry 12"]),
            reworded(
                .notTheOwner("sam@example.com", owner: "net"),
                ["sam@example.com", "Network Engineers"]),
            reworded(.unauthenticated(.unsigned), ["Nobody signed it"]),
            reworded(.sameWording, ["are those of today"]),
            reworded(.otherRules, ["More than title and text"]),
            reworded(.otherWording, ["neither is that of today"]),
            reworded(.saidAlready(entry: 12), ["entry 12"]),
        ]
        + foreigners(
            EditorialReason.foreign, { EditorialWording.sentence($0, context) }, "made")

    private static func reworded(_ reason: EditorialReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: EditorialWording.sentence(reason, context), names: names)
    }

    static let phase: [Row] =
        [
            held(.cancelled, ["cancelled"]), held(.doesNotApply(mismatches), ["cloud is gcc"]),
            held(.nothingApplies, ["No blocking step"]), held(.notKept(entry: 7), ["Entry 7"]),
            held(
                .planNotApproved(["desk"], approved: Make.digest("x")),
                ["Service Desk", Make.digest("x").short]),
            held(.retrospectiveOwed(entry: 9, by: at), ["entry 9", time]),
            held(
                .step("prepare", level: .advisory, status: .pending, reason: .asksNobody),
                ["prepare (advisory) is pending", "no role"]),
            held(
                .step("prepare", level: .blocking, status: .ready, reason: .restsOnWaivers([8])),
                ["prepare is ready (resting on a waiver)", "entry 8"]),
        ]
        + [StepStatus.waived, .failing, .unknown, .stale, .blocked, .notApplicable].map { status in
            held(
                .step("prepare", level: .blocking, status: status, reason: .asksNothing),
                ["prepare is \(status.rawValue)"])
        }

    private static func signed(_ reason: SignOffReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: SignOffWording.sentence(reason, context), names: names)
    }

    private static func waived(_ reason: WaiverReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: WaiverWording.sentence(reason, context), names: names)
    }

    private static func decided(_ reason: DecisionReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: DecisionWording.sentence(reason, context), names: names)
    }

    private static func revoked(_ reason: RevocationReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: RevocationWording.sentence(reason, context), names: names)
    }

    private static func corrected(_ reason: CorrectionReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values,
            text: CorrectionWording.sentence(reason, context), names: names)
    }

    private static func held(_ reason: PhaseReason, _ names: [String]) -> Row {
        Row(
            code: reason.code, values: reason.values, text: PhaseWording.sentence(reason, context),
            names: names)
    }
}
