import Rollout
import Testing

/// Files that are shown as evidence more than once.
struct EvidenceReuseTests {
    private func reuses(_ history: (inout EntryBook, Instant) -> Void) throws -> [EvidenceReuse] {
        let now = try PeopleSample.now()
        var book = EntryBook(try PeopleSample.checklist([Make.step("one"), Make.step("two")]))
        history(&book, now)
        return book.assessment(asOf: now).reuses
    }

    @Test("A file under two steps is named, with both")
    func steps() throws {
        let found = try reuses {
            $0.sign("one", by: "nora", at: $1, files: 1)
            $0.sign("two", by: "omar", at: $1, files: 2)
        }
        #expect(found.map(\.entries) == [[1, 2]] && found.map(\.steps) == [["one", "two"]])
        #expect(found.map(\.digest) == [EntryBook.digest(of: 0)])
    }

    @Test("A file that is shown again at a renewal is named")
    func renewal() throws {
        let found = try reuses {
            $0.sign("one", by: "nora", at: $1, files: 1)
            $0.sign("one", by: "nora", at: $1.plus(minutes: -1), files: 1)
        }
        #expect(found.map(\.entries) == [[1, 2]] && found.map(\.steps) == [["one"]])
    }

    @Test("Two people who sign one step with the same file are not named, nor are other rollouts")
    func together() throws {
        let found = try reuses {
            $0.sign("one", by: "nora", at: $1, files: 1)
            $0.sign("one", by: "omar", at: $1, files: 1)
            $0.sign("two", by: "omar", at: $1, files: 1, about: EntryBook.Elsewhere.otherID)
        }
        #expect(found.isEmpty)
    }
}
