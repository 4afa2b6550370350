import Rollout
import Testing

/// Which sign-offs count.
struct SignOffTests {
    private static let twoOps = SignOffRule(roles: ["ops"], count: 2)

    private func judged(
        _ steps: [Step], asOf: Instant? = nil, _ history: (inout EntryBook, Instant) -> Void
    ) throws -> Assessment {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist(steps))
        history(&book, now)
        return book.assessment(asOf: asOf ?? now)
    }

    @Test("The sign-off of a stranger does not count, and says so")
    func stranger() throws {
        let assessment = try judged([Make.step("step")]) { $0.sign("step", by: "eve", at: $1) }
        #expect(assessment.step("step")?.status == .pending)
        #expect(assessment.step("step")?.signOffs.map(\.reason) == [.notAMember("eve", "ops")])
    }

    @Test("A sign-off for a role that is not asked for does not count, even from a member of it")
    func otherRole() throws {
        let assessment = try judged([Make.step("step")]) {
            $0.sign("step", by: "nora", for: "security", at: $1)
        }
        #expect(assessment.step("step")?.status == .pending)
        #expect(
            assessment.step("step")?.signOffs.map(\.reason) == [
                .otherRole("security", asked: ["ops"])
            ])
    }

    @Test("A role that the checklist does not have has no members")
    func missingRole() throws {
        let step = Make.step("step", signOff: SignOffRule(roles: ["ghosts"]))
        let assessment = try judged([step]) { $0.sign("step", by: "nora", for: "ghosts", at: $1) }
        #expect(assessment.step("step")?.status == .pending)
    }

    @Test("One person counts once, however often they sign")
    func distinctPeople() throws {
        let step = Make.step("step", signOff: Self.twoOps)
        let alone = try judged([step]) { book, now in
            book.sign("step", by: "nora", at: now)
            book.sign("step", by: "nora", at: now)
        }
        #expect(alone.step("step")?.status == .pending)
        #expect(
            alone.step("step")?.reason
                == .signOffsMissing(
                    role: "ops", have: 1, wanted: 2, candidates: ["omar", "mia"], elsewhere: nil))
        #expect(alone.step("step")?.signOffs.map(\.counts) == [false, true])
        let two = try judged([step]) { book, now in
            book.sign("step", by: "nora", at: now)
            book.sign("step", by: "omar", at: now)
        }
        #expect(two.step("step")?.status == .ready)
    }

    @Test("Every role must sign; who is a member of both may sign for both")
    func everyRole() throws {
        let step = Make.step("step", signOff: SignOffRule(roles: ["ops", "security"]))
        let one = try judged([step]) { $0.sign("step", by: "nora", at: $1) }
        #expect(one.step("step")?.status == .pending)
        #expect(
            one.step("step")?.reason
                == .signOffsMissing(
                    role: "security", have: 0, wanted: 1, candidates: ["sam", "nora"],
                    elsewhere: nil))
        let both = try judged([step]) { book, now in
            book.sign("step", by: "nora", at: now)
            book.sign("step", by: "nora", for: "security", at: now)
        }
        #expect(both.step("step")?.status == .ready)
    }

    @Test("Where evidence is required, an approval without files does not count; a rejection does")
    func evidenceRequired() throws {
        let step = Make.step("step", signOff: SignOffRule(roles: ["ops"], evidenceRequired: true))
        let bare = try judged([step]) { $0.sign("step", by: "nora", at: $1) }
        #expect(bare.step("step")?.status == .pending)
        #expect(
            bare.step("step")?.signOffs.map(\.reason) == [
                .evidenceMissing
            ])
        let shown = try judged([step]) { $0.sign("step", by: "nora", at: $1, files: 1) }
        #expect(shown.step("step")?.status == .ready)
        let rejected = try judged([step]) { $0.sign("step", by: "nora", .reject, at: $1) }
        #expect(rejected.step("step")?.status == .failing)
    }

    @Test("The newest sign-off of a person for a role is the one that counts")
    func newestOfASeat() throws {
        let changed = try judged([Make.step("step")]) { book, now in
            book.sign("step", by: "nora", .reject, at: now)
            book.sign("step", by: "nora", at: now)
        }
        #expect(changed.step("step")?.status == .ready)
        #expect(
            changed.step("step")?.signOffs.map(\.reason) == [
                .replaced(by: 2), .approves,
            ])
        let back = try judged([Make.step("step")]) { book, now in
            book.sign("step", by: "nora", at: now)
            book.sign("step", by: "nora", .reject, at: now)
        }
        #expect(back.step("step")?.status == .failing)
    }

    @Test("The approval of one person does not outweigh the rejection of another")
    func rejectionOfAnother() throws {
        let assessment = try judged([Make.step("step")]) { book, now in
            book.sign("step", by: "omar", .reject, at: now)
            book.sign("step", by: "nora", at: now)
        }
        #expect(assessment.step("step")?.status == .failing)
    }

    @Test("A newer approval of another wording does not replace a rejection of this one")
    func otherWordingReplacesNothing() throws {
        let assessment = try judged([Make.step("step")]) { book, now in
            book.sign("step", by: "nora", .reject, at: now)
            book.sign("step", by: "nora", at: now, wording: Make.otherWording)
        }
        #expect(assessment.step("step")?.status == .failing)
    }

    @Test("Who signed a step may not sign the one that excludes its signers")
    func separationOfDuties() throws {
        let steps = [
            Make.step("build"),
            Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["build"])),
        ]
        let same = try judged(steps) { book, now in
            book.sign("build", by: "nora", at: now)
            book.sign("review", by: "nora", at: now)
        }
        #expect(same.step("review")?.status == .pending)
        #expect(
            same.step("review")?.signOffs.map(\.reason) == [
                .signedExcluded("nora", "build")
            ])
        let later = try judged(steps) { book, now in
            book.sign("review", by: "nora", at: now)
            book.sign("build", by: "nora", at: now)
        }
        #expect(later.step("review")?.status == .pending)
        let other = try judged(steps) { book, now in
            book.sign("build", by: "nora", at: now)
            book.sign("review", by: "omar", at: now)
        }
        #expect(other.step("review")?.status == .ready)
    }

    @Test("A sign-off of another wording excludes its signer too")
    func separationOverWordings() throws {
        let steps = [
            Make.step("build"),
            Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["build"])),
        ]
        let assessment = try judged(steps) { book, now in
            book.sign("build", by: "nora", at: now, wording: Make.otherWording)
            book.sign("review", by: "nora", at: now)
        }
        #expect(assessment.step("review")?.status == .pending)
    }

    @Test("A rejection counts even from an excluded person")
    func excludedPersonRejects() throws {
        let steps = [
            Make.step("build"),
            Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["build"])),
        ]
        let assessment = try judged(steps) { book, now in
            book.sign("build", by: "nora", at: now)
            book.sign("review", by: "nora", .reject, at: now)
            book.sign("review", by: "omar", at: now)
        }
        #expect(assessment.step("review")?.status == .failing)
    }

    @Test("To exclude the signers of a family is to exclude those of every step of it")
    func separationFromFamily() throws {
        let steps = [
            Make.step("build/a"), Make.step("build/b"),
            Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["build"])),
            Make.step("audit", signOff: SignOffRule(roles: ["ops"], notBy: ["build/a"])),
        ]
        let assessment = try judged(steps) { book, now in
            book.sign("build/b", by: "nora", at: now)
            book.sign("review", by: "nora", at: now)
            book.sign("audit", by: "nora", at: now)
        }
        #expect(assessment.step("review")?.status == .pending)
        #expect(assessment.step("audit")?.status == .ready)
    }

    @Test("Where the excluded step is not there, nobody can approve")
    func separationFromNothing() throws {
        let step = Make.step("review", signOff: SignOffRule(roles: ["ops"], notBy: ["gone"]))
        let assessment = try judged([step]) { $0.sign("review", by: "nora", at: $1) }
        #expect(assessment.step("review")?.status == .pending)
    }

    @Test("A sign-off of a step that asks for none makes nothing ready")
    func notAskedFor() throws {
        let assessment = try judged([Make.step("step", checks: 1, signOff: nil)]) {
            $0.sign("step", by: "nora", at: $1)
        }
        #expect(assessment.step("step")?.status == .pending)
        #expect(
            assessment.step("step")?.signOffs.map(\.reason) == [
                .noLongerAsked
            ])
    }
}
