import Rollout

/// What people say beside sign-offs: requests, roll calls, approvals of texts and lists of signers.
extension StatementJSONTests {
    static let people = [
        Case(.request(ChangeRequest(note: "n")), #"{"note":"n"}"#),
        Case(
            .poll(Poll(phase: "pilot", question: .close, choice: .noGo, comment: "c")),
            #"{"choice":"no-go","comment":"c","phase":"pilot","question":"close"}"#),
        Case(
            .approval(
                PlanApproval(
                    next: [
                        PlanApproval.Approvers(role: "boss", members: ["a", "b"]),
                        PlanApproval.Approvers(role: "none", members: []),
                    ], isRequired: true, note: "n")),
            #"{"next":[{"members":["a","b"],"role":"boss"},{"members":[],"role":"none"}],"#
                + #""note":"n","required":"yes"}"#),
        Case(
            .approval(PlanApproval(next: [], isRequired: false, note: "n")),
            #"{"next":[],"note":"n"}"#),
        Case(
            .retrospective(
                Retrospective(entry: EntryReference(sequence: 3, digest: digest), note: "n")),
            #"{"entry":{"digest":"HEX","sequence":3},"note":"n"}"#),
        Case(
            .signers(SignersRecord(owner: "bea", allowed: .inline(""), revoked: "x\n")),
            #"{"allowed":"","owner":"bea","revoked":"x\n"}"#),
        Case(
            .signers(
                SignersRecord(
                    owner: "bea", allowed: .stored(FileReference(size: 0, digest: digest)),
                    revoked: "")),
            #"{"owner":"bea","revoked":"","storedAllowed":{"digest":"HEX","size":0}}"#),
        Case(
            .signers(
                SignersRecord(
                    owner: "bea", allowed: .inline(""), revoked: "",
                    origins: [
                        PageOrigin("https://a.example"), PageOrigin("http://localhost:8080"),
                    ].compactMap(\.self))),
            #"{"allowed":"","origins":["https://a.example","http://localhost:8080"],"#
                + #""owner":"bea","revoked":""}"#),
        Case(
            .enrolmentLink(
                EnrolmentLink(person: "nora", token: digest, until: Instant(milliseconds: 1))),
            #"{"person":"nora","token":"HEX","until":"1970-01-01T00:00:00.001Z"}"#),
        Case(
            .enrolment(Enrolment(credential: "c", key: "k", token: "t")),
            #"{"credential":"c","key":"k","token":"t"}"#),
        Case(
            .decision(
                Decision(
                    phase: "pilot", choice: .go, reason: "r", isEmergency: true, verdict: .noGo,
                    conditions: 0, reasons: [], ledger: LedgerExtent(size: 7, root: digest))),
            #"{"choice":"go","conditions":0,"emergency":"yes","ledger":{"root":"HEX","size":7},"#
                + #""phase":"pilot","question":"start","reason":"r","reasons":[],"#
                + #""verdict":"NO-GO"}"#),
    ]
}
