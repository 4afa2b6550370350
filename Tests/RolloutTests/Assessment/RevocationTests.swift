import Rollout
import Testing

/// What taking an entry back does.
struct RevocationTests {
    /// A history with the status that it leaves.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let status: StepStatus
        let history: @Sendable (inout EntryBook, Instant) -> Void

        init(
            _ name: String, _ status: StepStatus,
            _ history: @escaping @Sendable (inout EntryBook, Instant) -> Void
        ) {
            testDescription = name
            self.status = status
            self.history = history
        }
    }

    @Test(
        "Who may take what back, and what is left then",
        arguments: [
            Case("own approval", .pending) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "nora", at: now)
            },
            Case("another's approval, by the owner", .pending) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "olga", at: now)
            },
            Case("another's approval, by a stranger", .ready) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "omar", at: now)
            },
            Case("own rejection", .pending) { book, now in
                book.sign("step", by: "nora", .reject, at: now)
                book.revoke(1, by: "nora", at: now)
            },
            Case("another's rejection, by the owner", .failing) { book, now in
                book.sign("step", by: "nora", .reject, at: now)
                book.revoke(1, by: "olga", at: now)
            },
            Case("the rejection of somebody who left the role, by nobody", .failing) { book, now in
                book.sign("step", by: "gone", .reject, at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case("the rejection of somebody who left the role, by the owner", .ready) { book, now in
                book.sign("step", by: "gone", .reject, at: now)
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "olga", at: now)
            },
            Case("own waiver", .pending) { book, now in
                book.waive("step", at: now, until: now.plus(hours: 1))
                book.revoke(1, by: "olga", at: now)
            },
            Case("a waiver, by a stranger", .waived) { book, now in
                book.waive("step", at: now, until: now.plus(hours: 1))
                book.revoke(1, by: "nora", at: now)
            },
            Case("an entry with another digest", .ready) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "nora", at: now, digest: Make.otherWording)
            },
            Case("an entry that comes later", .ready) { book, now in
                book.revoke(
                    2, by: "nora", at: now, digest: EntryBook.digest(of: 2), step: "step")
                book.sign("step", by: "nora", at: now)
            },
            Case("a revocation cannot be taken back", .pending) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "nora", at: now)
                book.revoke(2, by: "nora", at: now)
            },
            Case("to approve again after taking back", .ready) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "nora", at: now)
                book.sign("step", by: "nora", at: now)
            },
            Case("the newer of two approvals does not bring back the older", .pending) {
                book, now in
                book.sign("step", by: "nora", at: now)
                book.sign("step", by: "nora", at: now)
                book.revoke(2, by: "olga", at: now)
            },
            Case("a rejection does not bring back an approval before it", .pending) {
                book, now in
                book.sign("step", by: "nora", at: now)
                book.sign("step", by: "nora", .reject, at: now)
                book.revoke(2, by: "nora", at: now)
            },
            Case("an approval, at once, however the taking back is dated", .pending) { book, now in
                book.sign("step", by: "nora", at: now)
                book.revoke(1, by: "nora", at: now.plus(milliseconds: 1))
            },
        ])
    func status(_ item: Case) throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        item.history(&book, now)
        #expect(book.assessment(asOf: now).step("step")?.status == item.status)
    }

    @Test("What was taken back says by whom and when, also where it was taken back twice")
    func reason() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.sign("step", by: "nora", at: now)
        book.revoke(1, by: "nora", at: now)
        book.revoke(1, by: "olga", at: now.plus(hours: 1))
        #expect(
            book.assessment(asOf: now.plus(hours: 2)).step("step")?.signOffs.map(\.reason) == [
                .takenBack(by: "nora", at: now, entry: 2)
            ])
    }

    @Test("Every revocation says whether it counts; what is taken back twice names the first")
    func twice() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist([Make.step("step")]))
        book.sign("step", by: "nora", at: now)
        book.waive("step", at: now, until: now.plus(hours: 1))
        book.revoke(1, by: "omar", at: now)
        book.revoke(1, by: "nora", at: now)
        book.revoke(1, by: "olga", at: now)
        book.revoke(4, by: "nora", at: now)
        book.revoke(2, by: "olga", at: now)
        book.sign("step", by: "nora", .reject, at: now)
        book.revoke(8, by: "olga", at: now)
        #expect(
            book.assessment(asOf: now).revocations.map(\.reason) == [
                .notTheAuthor("nora", orOwner: "owner"), .counts,
                .takenBackAlready(by: "nora", entry: 4), .notRevocable, .counts,
                .notTheAuthor("nora", orOwner: nil),
            ])
    }

    @Test("Who took a sign-off back is no longer excluded by it")
    func signersAfterRevocation() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [
            Make.step("build"),
            Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["build"])),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("build", by: "nora", at: now)
        book.sign("review", by: "nora", at: now)
        book.revoke(1, by: "nora", at: now)
        let assessment = book.assessment(asOf: now)
        #expect(assessment.step("review")?.status == .ready)
        #expect(assessment.step("build")?.status == .pending)
    }
}
