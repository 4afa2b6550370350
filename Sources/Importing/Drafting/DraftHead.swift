/// The first lines of a draft.
package struct DraftHead {
    let id: String
    let title: String
    /// What it was read from.
    let source: String
    var cancellation = CancellationReach()
    /// What a person should look at besides.
    var remarks: [String] = []

    func write(to draft: inout DraftText) {
        draft.comment("yaml-language-server: $schema=readiness.schema.json")
        draft.line("#")
        cancelled(&draft)
        draft.comment("\(Self.origin)\(source).")
        draft.comment(
            "What is marked \"review\" was guessed. Add the members of the roles, and say who decides."
        )
        draft.comment(
            "Importing it again shows what changed; --write updates what nobody edited here.")
        for remark in remarks { draft.comment("review: \(remark)") }
        draft.put("readiness", raw: "1")
        draft.put("id", raw: id)
        draft.put("title", Excerpt.of(title, most: 200), from: "title")
        draft.put("owner", raw: GuessedRole.changeManager.rawValue, from: "review")
        draft.blank()
    }

    private static let origin = "A draft, read from "

    /// The table that a draft says that it was read from; nil for one of something else.
    package static func table(of draft: String) -> String? {
        let line = draft.utf8.split(separator: 10).prefix(20).map {
            String(decoding: $0, as: UTF8.self)
        }
        .first { $0.hasPrefix("# \(origin)") }
        let words = line?.dropFirst("# \(origin)".count) ?? ""
        guard words.hasPrefix(PlanDraft.source("")) else { return nil }
        return String(words.dropFirst(PlanDraft.source("").count).dropLast())
    }

    /// Says how far the change does not come, and in which words its publisher says so.
    private func cancelled(_ draft: inout DraftText) {
        guard let headline = cancellation.extent.headline else { return }
        draft.comment(cancellation.isAll ? "\(headline) All phases are cancelled." : headline)
        if !cancellation.isAll {
            draft.comment(
                "What was announced for them is cancelled where it is marked so; what is left is for the others."
            )
        }
        if let doubt = cancellation.doubt { draft.comment("review: \(doubt)") }
        for sentence in cancellation.sentences.prefix(3) {
            draft.comment("from \"\(Excerpt.of(sentence, most: 200))\"")
        }
        draft.line("#")
    }
}
