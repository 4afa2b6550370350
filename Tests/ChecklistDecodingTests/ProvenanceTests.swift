import ChecklistDecoding
import LocatedYAML
import Rollout
import Testing

/// Where the words of an announcement and of an effect are from.
struct ProvenanceTests {
    private static func text(_ provenance: String, _ keys: String = "summary: S") -> String {
        Sample.checklist(extra: "change: {\(keys), provenance: \(provenance)}")
    }

    @Test("Each key has its source, and what is not published has no value")
    func read() throws {
        let text = Self.text(
            "{published: [message], ours: [summary], not-published: [risks, urgency]}",
            "message: M1, summary: S")
        let change = try Reading.loaded(text).checklist.change
        #expect(change.provenance["message"] == .published)
        #expect(change.provenance["summary"] == .ours)
        #expect(change.provenance["risks"] == .notPublished)
        #expect(change.provenance["product"] == nil)
        #expect(change.provenance.keys(from: .notPublished) == ["risks", "urgency"])
    }

    @Test(
        "What cannot be so is a mistake",
        arguments: [
            ("{ours: [summary], published: [summary]}", "provenance-twice"),
            ("{ours: [product]}", "provenance-of-nothing"),
            ("{not-published: [summary]}", "provenance-of-nothing"),
            ("{ours: [sumary]}", "wrong-value"), ("{theirs: [summary]}", "unknown-key"),
        ])
    func mistakes(provenance: String, code: String) throws {
        let codes = try Reading.codes(Self.text(provenance))
        #expect(codes.count == 1 && codes[0].hasSuffix(" \(code)"), "\(codes)")
    }
}
