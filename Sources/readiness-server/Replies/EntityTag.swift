import HTTPTypes
import Hummingbird
import Reporting
import Rollout

/// Tells two states of an answer apart (RFC 9110 section 8.8.3).
struct EntityTag {
    private let text: String

    /// What reports say as long as nothing is recorded and nothing changes by itself: it is made of the
    /// size and root of the ledger, the version of the rules, and the instant until which what is said holds.
    ///
    /// Weak, because each report names the moment at which it was made.
    init(of reports: [ReportInput], as form: String) {
        let ledger = reports.map(\.ledger).max { $0.size < $1.size }
        let until = reports.map(\.assessment.unchangedUntil).min()
        let caveats = reports.flatMap { $0.caveats.map(\.kind.rawValue) }.joined(separator: ",")
        let names = reports.map {
            "\($0.assessment.checklist.digest)\($0.assessment.checklist.scope)"
        }
        let rest = ContentDigest(
            of: "\(ServerVersion.text)\n\(form)\n\(caveats)\n\(names.joined(separator: "\n"))".utf8)
        let moment = until.map { "\($0.milliseconds)" } ?? "0"
        text =
            "W/\"\(ledger?.size ?? 0)-\(ledger?.root.short ?? "")-\(RulesVersion.current)-\(moment)-\(rest.short)\""
    }

    /// What a ledger holds for an address.
    init(_ ledger: LedgerExtent, of address: String) {
        text =
            "\"\(ledger.size)-\(ledger.root.short)-\(ContentDigest(of: "\(ServerVersion.text)\n\(address)".utf8).short)\""
    }

    /// The answer with the tag, or without its body where the client has it already.
    func answering(_ request: Request, _ response: Response) -> Response {
        var response = response
        response.headers[.eTag] = text
        let known = request.headers[values: .ifNoneMatch].joined(separator: ",")
        let isKnown = known.split(separator: ",").contains { part in
            let one = part.filter { $0 != " " && $0 != "\t" }
            return one == "*" || Self.opaque(one) == Self.opaque(text)
        }
        guard isKnown else { return response }
        var headers = response.headers
        headers[.contentType] = nil
        return Response(status: .notModified, headers: headers)
    }

    /// Without the mark of a weak one: for reading, both are compared alike.
    private static func opaque(_ tag: some StringProtocol) -> String {
        tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : String(tag)
    }
}
