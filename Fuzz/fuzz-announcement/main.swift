import CanonicalJSON
import ChecklistDecoding
import Fuzzing
import Importing
import Rollout

// HTML, pages and exports: whatever they hold, the draft is a checklist, and the same one twice.
fuzz { bytes in
    let input = Array(bytes)
    let body = JSONValue.string(String(decoding: input, as: UTF8.self))
    let post: JSONValue = [
        "id": "MC1", "title": body, "tags": [body], "services": [body],
        "startDateTime": "2025-03-10T08:00:00Z", "details": [["name": "Summary", "value": body]],
        "body": ["contentType": "html", "content": body],
    ]
    for announcement in PostFeed(post).posts + PostFeed(input).posts {
        guard let read = try? ReadAnnouncement(announcement) else { continue }
        check(read)
    }
    if let page = PageAnnouncement(input) { check(page) }
}

/// Whether the drafts of an announcement are checklists.
func check(_ announcement: some ImportedAnnouncement) {
    for hasText in [false, true] {
        let text = announcement.draft(withText: hasText)
        precondition(text.utf8.elementsEqual(announcement.draft(withText: hasText).utf8))
        guard
            case .loaded(let loaded)? = try? ChecklistDecoder.read(
                Array(text.utf8), of: .path("draft.yaml"), place: "draft.yaml")
        else { preconditionFailure(text) }
        precondition(loaded.allSatisfy { $0.checklist.parameters.isEmpty })
        precondition(
            loaded.allSatisfy { one in
                !one.checklist.steps.contains { $0.checks.contains { $0.kind == "command" } }
            })
    }
}
