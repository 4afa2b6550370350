import Rollout

/// Writes the announcement as it was published.
struct ChangeDraft {
    let read: ReadAnnouncement
    let hasText: Bool

    private var post: Announcement { read.post }

    func write(to draft: inout DraftText) {
        draft.line("change:")
        draft.put("message", raw: post.id, indent: 2, by: .published)
        draft.put(
            "product", post.services.joined(separator: ", "), indent: 2, from: "services",
            by: .published)
        let platforms = post.details(named: "Platforms").flatMap { $0.split(separator: ",") }
            .map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
        draft.put(
            "platforms", platforms, indent: 2, from: "details: Platforms", by: .published)
        draft.put("types", post.tags, indent: 2, from: "tags", by: .published)
        draft.put(
            "category", Self.words(post.category), indent: 2, from: "category", by: .published)
        if let status = read.cancellation.extent.status {
            draft.put("status", status, indent: 2, from: "the post says so", by: .inferred)
        }
        draft.put(
            "urgency", Self.words(post.severity), indent: 2, from: "severity", by: .published)
        date("created", post.published, "startDateTime", &draft)
        date("updated", post.modified, "lastModifiedDateTime", &draft)
        if let day = post.actionRequiredBy {
            draft.put(
                "check-before", raw: "\(day)", indent: 2,
                from: "actionRequiredByDateTime, the day in UTC", by: .published)
        }
        if let summary = post.details(named: "Summary").first, !summary.isEmpty {
            draft.put(
                "summary", Self.markdown(summary, 400), indent: 2, from: "details: Summary",
                by: .published)
        }
        let details = PostDetails(post)
        draft.put("details", details.text, indent: 2, from: details.source, by: .published)
        texts(&draft)
        links(&draft)
        draft.putProvenance(indent: 2)
    }

    private func texts(_ draft: inout DraftText) {
        if hasText {
            draft.put(
                "affects", Self.markdown(read.blocks(of: .impact)), indent: 2,
                from: "the post's text", by: .published)
            draft.put(
                "preparation", Self.markdown(read.blocks(of: .preparation)), indent: 2,
                from: "the post's text", by: .published)
        } else if read.needsNoAction {
            draft.put(
                "preparation", raw: "The publisher says that no action is needed.", indent: 2,
                by: .inferred)
        }
    }

    private func date(
        _ key: String, _ moment: Instant?, _ source: String, _ draft: inout DraftText
    ) {
        guard let moment else { return }
        draft.put(
            key, raw: "\(Zone.utc.local(moment).date)", indent: 2, from: source, by: .published)
    }

    private func links(_ draft: inout DraftText) {
        let details = ["ExternalLink", "BlogLink", "HelpLink"].flatMap { name in
            post.details(named: name).map { PostLink(address: $0, text: name) }
        }
        var seen: Set<String> = []
        let all = (read.links + details).filter { seen.insert($0.address).inserted }
        let usable = all.filter { Self.isUsable($0.address) }
        if !usable.isEmpty {
            draft.line("links:", indent: 2)
            draft.note("links", by: .published)
            for link in usable {
                let title = link.text.isEmpty ? link.address : link.text
                draft.line(
                    "- {title: \(YAMLQuoting.scalar(Excerpt.of(title, most: 120))), url: \(YAMLQuoting.scalar(link.address))}",
                    indent: 4)
            }
        }
        for link in all where !Self.isUsable(link.address) {
            draft.comment(
                "left out, as it is no address on the web: \(Excerpt.of(link.address, most: 80))",
                indent: 2)
        }
    }

    /// Whether somebody may follow it: a page or a mailbox, without a sign that hides another.
    static func isUsable(_ address: String) -> Bool {
        let scheme = address.prefix { $0 != ":" }.lowercased()
        return ["https", "http", "mailto"].contains(scheme) && address.utf8.count <= 2000
            && address.utf8.count > scheme.utf8.count + 3
            && address.utf8.allSatisfy { $0 > 32 && $0 < 127 }
    }

    private static func markdown(_ text: String, _ most: Int) -> String {
        var flow = TextFlow()
        flow.append(text.utf8)
        return PlainMarkdown.escaped(Excerpt.of(flow.take(), most: most))
    }

    /// The whole text of blocks, one behind the other.
    private static func markdown(_ blocks: [TextBlock]) -> String {
        blocks.map { PlainMarkdown.escaped($0.text) }.joined(separator: " — ")
    }

    /// `planForChange` and `plan for change` alike.
    private static func words(_ name: String) -> String {
        var words = ""
        for byte in name.utf8 {
            if (65...90).contains(byte) {
                if !words.isEmpty, !words.hasSuffix(" ") { words += " " }
                words.unicodeScalars.append(Unicode.Scalar(byte | 32))
            } else if byte < 128 {
                words.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return words
    }
}
