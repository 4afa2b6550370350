import ChecklistDecoding
import LocatedYAML
import Testing

/// What reading a hostile checklist may cost.
struct BoundTests {
    @Test("After a hundred mistakes the others are counted out")
    func manyMistakes() throws {
        let steps = (0..<3000).map {
            "- {id: s\($0), titel: T, role: nobody, due: never, sign-off: {}}"
        }
        let codes = try Reading.codes(Sample.checklist(steps: steps.joined(separator: "\n")))
        #expect(codes.count == 101)
        #expect(codes.contains { $0.hasSuffix("too-many-mistakes") })
    }

    @Test("A short text cannot stand for gigabytes")
    func substitution() throws {
        let long = String(repeating: "x", count: 1 << 20)
        let text = String(repeating: "${long}", count: 1000)
        let head =
            "readiness: 1\nid: a\ntitle: T\nowner: owner\nparameters: {long: {default: \(long)}}"
        let codes = try Reading.codes(
            Sample.checklist(
                head: head,
                steps: "- {id: a, title: T, role: ops, due: start, text: '\(text)', sign-off: {}}"))
        #expect(codes.count == 1)
        #expect(codes.first?.hasSuffix("too-large") == true)
    }
}
