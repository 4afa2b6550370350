import Files
import LedgerStorage
import Operations
import Testing

@Suite("The words of bundles")
struct BundleFailureTests {
    private static let location = LedgerLocation(path: "l.sqlite")
    private static let all: [BundleFailure.Cause] = [
        .occupied, .damagedLedger(location, ["It is damaged."]), .textNotSigned(location),
        .contradiction(BundleFinding("report.md", .report, "it is another one")),
        .file("report.md", .emptyPath), .name("../x"), .archive(offset: 512), .twice("x"),
        .tooManyFiles(most: 9), .tooLarge(most: 1 << 30), .noManifest,
    ]

    @Test("Each failure is whole sentences of its own")
    func sentences() {
        let words = Self.all.map { BundleFailure("b", $0).description }
        #expect(Set(words).count == words.count)
        for text in words {
            #expect(text.hasSuffix(".") && !text.contains("  "), "\(text)")
            #expect(!text.contains("Optional("), "\(text)")
        }
    }

    @Test("Each rule has a sentence and a consequence of its own")
    func rules() {
        let rules = BundleFinding.Rule.allCases
        #expect(Set(rules.map(\.sentence)).count == rules.count)
        #expect(Set(rules.map(\.consequence)).count == rules.count)
        #expect(rules.allSatisfy { $0.sentence.hasSuffix(".") && $0.consequence.hasSuffix(".") })
    }
}
