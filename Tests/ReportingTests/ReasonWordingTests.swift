import CanonicalJSON
import Reporting
import Rollout
import Testing

/// Every case of every reason has words of its own, and they name its values.
struct ReasonWordingTests {
    struct Family: CustomTestStringConvertible, Sendable {
        let name: String
        let rows: [Reasons.Row]
        /// The number of cases that the enum has, values of cases that word differently included.
        let codes: Int

        var testDescription: String { name }
    }

    static let families = [
        Family(name: "step", rows: Reasons.step, codes: 23),
        Family(name: "sign-off", rows: Reasons.signOff, codes: 28),
        Family(name: "waiver", rows: Reasons.waiver, codes: 22),
        Family(name: "decision", rows: Reasons.decision, codes: 17),
        Family(name: "revocation", rows: Reasons.revocation, codes: 11),
        Family(name: "editorial", rows: Reasons.editorial, codes: 15),
        Family(name: "phase", rows: Reasons.phase, codes: 14),
        Family(name: "correction", rows: Reasons.correction, codes: 8),
        Family(name: "signature", rows: Reasons.signature, codes: 26),
        Family(name: "form of a signature", rows: Reasons.signatureForm, codes: 20),
        Family(name: "list of signers", rows: Reasons.signerLine, codes: 21),
        Family(name: "foreign", rows: Reasons.foreign, codes: 4),
        Family(name: "authentication", rows: Reasons.authentication, codes: 5),
        Family(name: "deputy", rows: Reasons.deputies, codes: 3),
        Family(name: "poll", rows: Reasons.poll, codes: 13),
        Family(name: "approval of a text", rows: Reasons.plan, codes: 8),
        Family(name: "request", rows: Reasons.request, codes: 6),
        Family(name: "retrospective", rows: Reasons.retrospective, codes: 5),
        Family(name: "outcome of a check", rows: Reasons.outcome, codes: 10),
        Family(name: "list on record", rows: Reasons.signers, codes: 5),
    ]

    @Test("every sentence ends in a full stop and begins as one", arguments: families)
    func sentences(_ family: Family) {
        for row in family.rows {
            #expect(row.text.hasSuffix("."), "\(row.text)")
            #expect(!row.text.hasSuffix(".."), "\(row.text)")
            #expect(!row.text.contains("  "), "\(row.text)")
            #expect(!row.text.contains(" ."), "\(row.text)")
            for bad in ["1 steps", "1 sign-offs", "1 findings", "1 entries", "1 more steps"] {
                #expect(!row.text.contains(bad), "\(row.text)")
            }
        }
    }

    @Test("every sentence names the values of its reason", arguments: families)
    func values(_ family: Family) {
        for row in family.rows {
            for value in row.names { #expect(row.text.contains(value), "\(value): \(row.text)") }
        }
    }

    @Test("no two cases say the same", arguments: families)
    func distinct(_ family: Family) {
        #expect(Set(family.rows.map(\.text)).count == family.rows.count)
    }

    @Test("codes are in kebab-case, one for each case", arguments: families)
    func codes(_ family: Family) {
        let codes = Set(family.rows.map(\.code))
        #expect(codes.count == family.codes, "\(codes.sorted())")
        for code in codes { #expect(code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code)") }
    }

    @Test("no value of a reason is called code or text", arguments: families)
    func keys(_ family: Family) {
        for row in family.rows {
            #expect(row.values["code"] == nil, "\(row.code)")
            #expect(row.values["text"] == nil, "\(row.code)")
        }
    }
}
