import Rollout
import Testing

/// How steps wait for each other.
struct NeedsTests {
    private func statuses(
        _ steps: [Step], _ history: (inout EntryBook, Instant) -> Void
    ) throws -> [StepStatus] {
        let now = try Make.at("2025-10-05T12:00:00Z")
        var book = EntryBook(try Make.checklist(steps))
        history(&book, now)
        return book.assessment(asOf: now).steps.map(\.status)
    }

    @Test("A step whose own evidence is there is blocked until everything it needs is ready")
    func waits() throws {
        let steps = [Make.step("second", needs: ["first"]), Make.step("first")]
        let waiting = try statuses(steps) { $0.sign("second", by: "nora", at: $1) }
        #expect(waiting == [.blocked, .pending])
        let both = try statuses(steps) { book, now in
            book.sign("second", by: "nora", at: now)
            book.sign("first", by: "nora", at: now)
        }
        #expect(both == [.ready, .ready])
    }

    @Test("The reason names the first step that is waited for, and how many more there are")
    func reason() throws {
        let now = try Make.at("2025-10-05T12:00:00Z")
        let steps = [
            Make.step("last", needs: ["one", "two"]), Make.step("one"), Make.step("two"),
        ]
        var book = EntryBook(try Make.checklist(steps))
        book.sign("last", by: "nora", at: now)
        book.sign("one", by: "nora", .reject, at: now)
        #expect(
            book.assessment(asOf: now).step("last")?.reason
                == .needs("one", status: .failing, more: 1))
    }

    @Test("Steps in a circle never become ready", arguments: [1, 2, 3, 50])
    func circle(length: Int) throws {
        let steps = (0..<length).map {
            Make.step(StepID("s\($0)"), needs: [StepID("s\(($0 + 1) % length)")])
        }
        let found = try statuses(steps) { book, now in
            for step in steps { book.sign(step.id, by: "nora", at: now) }
        }
        #expect(found == [StepStatus](repeating: .blocked, count: length))
    }

    @Test("A step behind a circle is blocked too")
    func behindCircle() throws {
        let steps = [
            Make.step("a", needs: ["b"]), Make.step("b", needs: ["a"]),
            Make.step("c", needs: ["a"]), Make.step("free"),
        ]
        let found = try statuses(steps) { book, now in
            for step in steps { book.sign(step.id, by: "nora", at: now) }
        }
        #expect(found == [.blocked, .blocked, .blocked, .ready])
    }

    @Test("A step that does not apply is not waited for")
    func notApplicable() throws {
        let steps = [
            Make.step("second", needs: ["first"]),
            Make.step("first", applicability: Make.off),
        ]
        let found = try statuses(steps) { $0.sign("second", by: "nora", at: $1) }
        #expect(found == [.ready, .notApplicable])
    }

    @Test("A waived step lets pass, but taints")
    func waived() throws {
        let steps = [Make.step("second", needs: ["first"]), Make.step("first")]
        let found = try statuses(steps) { book, now in
            book.sign("second", by: "nora", at: now)
            book.waive("first", at: now, until: now.plus(hours: 1))
        }
        #expect(found == [.ready, .waived])
    }

    @Test("To need a family is to need every step of it")
    func family() throws {
        let steps = [
            Make.step("second", needs: ["first"]), Make.step("first/a"),
            Make.step("first/b"),
        ]
        let one = try statuses(steps) { book, now in
            book.sign("second", by: "nora", at: now)
            book.sign("first/a", by: "nora", at: now)
        }
        #expect(one == [.blocked, .ready, .pending])
        let both = try statuses(steps) { book, now in
            for step in steps { book.sign(step.id, by: "nora", at: now) }
        }
        #expect(both == [.ready, .ready, .ready])
    }

    @Test("A step that needs one which is not there is blocked")
    func lost() throws {
        let found = try statuses([Make.step("second", needs: ["gone"])]) {
            $0.sign("second", by: "nora", at: $1)
        }
        #expect(found == [.blocked])
    }

    @Test("A chain of 5,000 steps is judged without recursion, whichever end is written first")
    func longChain() throws {
        let count = 5_000
        let now = try Make.at("2025-10-05T12:00:00Z")
        let forward = (0..<count).map {
            Make.step(StepID("s\($0)"), needs: $0 == 0 ? [] : [StepID("s\($0 - 1)")])
        }
        for steps in [forward, Array(forward.reversed())] {
            let checklist = try Make.checklist(steps)
            var all = EntryBook(checklist)
            var lacking = EntryBook(checklist)
            for step in steps {
                all.sign(step.id, by: "nora", at: now)
                if step.id != "s0" { lacking.sign(step.id, by: "nora", at: now) }
            }
            #expect(all.assessment(asOf: now).verdict == .go)
            let assessment = lacking.assessment(asOf: now)
            #expect(assessment.verdict == .noGo)
            #expect(assessment.steps.filter { $0.status == .blocked }.count == count - 1)
        }
    }
}
