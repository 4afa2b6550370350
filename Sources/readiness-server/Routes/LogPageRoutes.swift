import Attestation
import Hummingbird
import Operations
import Reporting
import Rollout

/// The log for people: its entries, and the proof of each.
enum LogPageRoutes {
    /// As many entries as a page lists.
    private static let mostEntries = 100

    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/log") { _, context in
            let before = try context.query.number("before", in: 1...Int(Int32.max))
            guard let signed = try await desk.log.checkpoint() else { throw Problem.missing }
            let extent = signed.checkpoint.extent
            let page = try await desk.entries.newest(
                upTo: extent, before: before, most: mostEntries)
            return Reply.page(
                LogPage.html(
                    LogPage.Signed(
                        key: "\(signed.log)",
                        checkpoint: String(decoding: signed.note.bytes, as: UTF8.self),
                        size: extent.size),
                    witnesses: await desk.witnesses.sentences, entries: page.entries,
                    older: page.next))
        }
        router.get("/log/{sequence}") { _, context in
            guard let sequence = context.parameters.get("sequence").flatMap({ Digits.number($0) }),
                let found = try await desk.log.receipt(sequence),
                let signed = try await desk.log.checkpoint()
            else { throw Problem.missing }
            return Reply.page(
                EntryPage.html(
                    found.entry, receipt: found.receipt.text, key: "\(signed.log)",
                    size: signed.checkpoint.extent.size))
        }
    }
}
