import CanonicalJSON
import Reporting
import Rollout

/// The reasons about who says something: keys, deputies, roll calls, requests and approvals of a text.
extension Reasons {
    private static let key: KeyFingerprint = "SHA256:lbmsoA0yIEcEiVDRnMWuzm+nV+3ZEEpVIURqFoeSspg"
    private static let sam: Principal = "sam@example.com"

    static let authentication: [Row] = [
        row(AuthenticationReason.unsigned, AuthenticationWording.sentence, ["Nobody signed it"]),
        row(.noSignersOnRecord, AuthenticationWording.sentence, ["no list of signers"]),
        row(.signature(.keyNotListed(key)), AuthenticationWording.sentence, [key.text]),
        row(
            .withdrawn(.keyRevoked(key)), AuthenticationWording.sentence,
            [key.text, "no longer does"]),
        row(.replayed(of: 9), AuthenticationWording.sentence, ["entry 9"]),
    ]

    static let deputies: [Row] = [
        row(
            RequestReason.deputy(.notADeputy(sam, of: "kim@example.com", "desk")),
            RequestWording.sentence, [sam.text, "kim@example.com", "Service Desk"]),
        row(.deputy(.notYet(sam, from: at)), RequestWording.sentence, [sam.text, time]),
        row(.deputy(.over(sam, ended: at)), RequestWording.sentence, [sam.text, time]),
    ]

    static let poll: [Row] =
        [
            row(PollReason.counts, PollWording.sentence, ["the answer that counts"]),
            row(.unauthenticated(.unsigned), PollWording.sentence, ["Nobody signed it"]),
            row(.otherText(Make.digest("x")), PollWording.sentence, [Make.digest("x").short]),
            row(.noSuchRole, PollWording.sentence, ["no longer has the role"]),
            row(.notAMember(sam, "desk"), PollWording.sentence, [sam.text, "Service Desk"]),
            row(.deputy(.over(sam, ended: at)), PollWording.sentence, [sam.text, time]),
            row(.madeBefore(entry: 9), PollWording.sentence, ["no-go of entry 9"]),
            row(.unsignedOverSigned(entry: 9), PollWording.sentence, ["entry 9, which says no"]),
            row(.replaced(by: 9), PollWording.sentence, ["newer answer", "entry 9"]),
        ] + foreigners(PollReason.foreign, { PollWording.sentence($0, context) }, "given")

    static let plan: [Row] = [
        row(PlanApprovalReason.counts, PlanWording.sentence, ["approves the text"]),
        row(.unauthenticated(.unsigned), PlanWording.sentence, ["Nobody signed it"]),
        row(.otherPlace("x/c.yaml"), PlanWording.sentence, ["x/c.yaml"]),
        row(.otherApprovers, PlanWording.sentence, ["other approvers"]),
        row(
            .otherRole(asked: ["desk", "net"]), PlanWording.sentence,
            ["Service Desk and Network Engineers"]),
        row(.notAnApprover(sam, "desk"), PlanWording.sentence, [sam.text, "Service Desk"]),
        row(.samePerson(as: sam, entry: 9), PlanWording.sentence, [sam.text, "entry 9"]),
        row(.madeBefore(entry: 9), PlanWording.sentence, ["approval of entry 9"]),
    ]

    static let request: [Row] = [
        row(RequestReason.notAsked, RequestWording.sentence, ["does not say who"]),
        row(.unauthenticated(.unsigned), RequestWording.sentence, ["Nobody signed it"]),
        row(.otherWording, RequestWording.sentence, ["another wording"]),
        row(.otherRole(asked: "desk"), RequestWording.sentence, ["Service Desk"]),
        row(.notAMember(sam, "desk"), RequestWording.sentence, [sam.text, "Service Desk"]),
        row(.deputy(.over(sam, ended: at)), RequestWording.sentence, [sam.text, time]),
    ]

    static let retrospective: [Row] = [
        row(RetrospectiveReason.noEmergency, RetrospectiveWording.sentence, ["no emergency"]),
        row(
            .otherRole(asked: ["desk", "net"]), RetrospectiveWording.sentence,
            ["Service Desk or Network Engineers"]),
        row(.notAMember(sam, "desk"), RetrospectiveWording.sentence, [sam.text, "Service Desk"]),
        row(.deputy(.over(sam, ended: at)), RetrospectiveWording.sentence, [sam.text, time]),
        row(.ownDecision(sam), RetrospectiveWording.sentence, [sam.text, "somebody else"]),
    ]

    static let outcome: [Row] =
        [
            row(CheckObjection.notARunner(sam), StandingWording.sentence, [sam.text]),
            row(
                .notARunnerOfSite(sam, "eu-dmz"), StandingWording.sentence,
                [sam.text, "seen from eu-dmz"]),
            row(
                .siteNotAsked("hq", asked: ["eu-dmz", "us-dmz"]), StandingWording.sentence,
                ["from hq", "eu-dmz and us-dmz"]),
            row(
                .siteNotAsked(nil, asked: ["eu-dmz"]), StandingWording.sentence,
                ["without naming a site", "asks for eu-dmz"]),
            row(.unauthenticated(.unsigned), StandingWording.sentence, ["Nobody signed it"]),
            row(.madeBefore(entry: 9), StandingWording.sentence, ["entry 9"]),
            row(.notKept, StandingWording.sentence, ["no longer be shown"]),
        ]
        + foreigners(
            CheckObjection.foreign, { StandingWording.sentence($0, context) }, "carried out")

    static let signers: [Row] = [
        list(.unsigned, ["--key"]), list(.notTheOwner(sam), [sam.text]),
        list(.signature(.keyNotListed(key)), [key.text]), list(.older(than: 9), ["entry 9"]),
        list(.replayed(of: 9), ["entry 9", "once more"]),
    ]

    private static func list(_ fault: SignersFault, _ names: [String]) -> Row {
        Row(
            code: fault.code, values: fault.values, text: SignersWording.sentence(fault),
            names: names)
    }

    private static func row<R: Reason>(
        _ reason: R, _ words: (R, WordingContext) -> String, _ names: [String]
    ) -> Row {
        Row(code: reason.code, values: reason.values, text: words(reason, context), names: names)
    }
}
