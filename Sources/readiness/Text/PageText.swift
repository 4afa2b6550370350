import Importing

/// What was read in the page of an announcement, below its first lines, for people.
enum PageText {
    static func lines(_ page: PageAnnouncement) -> [String] {
        let product = [page.text(.product)] + page.list(.platform)
        var lines = ["  product: \(product.filter { !$0.isEmpty }.joined(separator: ", "))"]
        for (label, words) in [
            (PageLabel.created, "created"), (.updated, "updated"), (.checkBefore, "check before"),
        ] {
            if let day = page.date(label) { lines.append("  \(words): \(day)") }
        }
        for phase in page.phases { lines.append("  guessed: \(ImportText.line(phase))") }
        if page.phases.isEmpty { lines.append("  No phase was read.") }
        for (label, kind) in [
            (PageLabel.effects, "effect"), (.risks, "risk"), (.opportunities, "opportunity"),
            (.security, "security"), (.options, "option"),
        ] {
            lines += page.effects(label).flatMap { Self.lines($0, kind) }
        }
        for (names, words) in [
            (page.empty, "empty on the page"), (page.locked, "locked on the page"),
            (page.missing, "not on the page"),
        ] where !names.isEmpty {
            lines.append("  \(words): \(names.joined(separator: ", "))")
        }
        return lines
    }

    private static func lines(_ effect: PageEffect, _ kind: String) -> [String] {
        var lines = ["  \(kind): \(effect.title)"]
        if !effect.roles.isEmpty {
            lines.append("    roles: \(effect.roles.joined(separator: ", "))")
        }
        return lines + effect.references.map { "    reference: \($0)" }
    }
}
