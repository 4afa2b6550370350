/// The first lines of a draft.
struct DraftHead {
    let id: String
    let title: String
    /// What it was read from.
    let source: String
    var isCancelled = false

    func write(to draft: inout DraftText) {
        draft.comment("yaml-language-server: $schema=readiness.schema.json")
        draft.line("#")
        if isCancelled {
            draft.comment(
                "THE PUBLISHER DOES NOT PROCEED WITH THIS CHANGE. All phases are cancelled.")
            draft.line("#")
        }
        draft.comment("A draft, read from \(source).")
        draft.comment(
            "What is marked \"review\" was guessed. Add the members of the roles, and say who decides."
        )
        draft.comment(
            "Importing it again shows what changed; --write updates what nobody edited here.")
        draft.put("readiness", raw: "1")
        draft.put("id", raw: id)
        draft.put("title", Excerpt.of(title, most: 200), from: "title")
        draft.put("owner", raw: GuessedRole.changeManager.rawValue, from: "review")
        draft.blank()
    }
}
