package import CanonicalJSON
import Rollout

extension ReadAnnouncement {
    /// What was read, for programs; a new key may come, none goes.
    package var json: JSONValue {
        standing.merged(with: [
            "id": .string(post.id), "title": .string(post.title),
            "published": (post.published?.rfc3339).map { .string($0) } ?? .null,
            "modified": (post.modified?.rfc3339).map { .string($0) } ?? .null,
            "services": .array(post.services.map { .string($0) }),
            "tags": .array(post.tags.map { .string($0) }),
            "category": .string(post.category), "severity": .string(post.severity),
            "major_change": post.isMajorChange.map { .boolean($0) } ?? .null,
            "action_required_by": post.actionRequiredBy.map { .string("\($0)") } ?? .null,
            "has_timeline": .boolean(hasTimeline),
            "no_action_needed": .boolean(needsNoAction),
            "audiences": .array(audiences.map { .string($0.rawValue) }),
            "phases": .array(phases.map(\.json)),
            "guessed_phases": .array(guessedPhases.map(\.json)),
            "preparation_count": .integer(Int64(tasks.count)),
            "preparation": .array(
                tasks.map { ["kind": .string($0.kind.rawValue), "text": .string($0.text)] }),
            "links": .array(links.map { .string($0.address) }),
        ])
    }
}

extension AnnouncedPhase {
    var json: JSONValue {
        [
            "name": .string(name), "start": start?.json ?? .null, "end": end?.json ?? .null,
            "status": status.map { .string($0.rawValue) } ?? .null, "source": .string(source),
            "inconsistent": .boolean(isInconsistent || hasImpossibleDate),
            "audiences": .array(audiences.map { .string($0.rawValue) }),
            "unread": .array(unread.map { .string($0) }),
            "put_off_by": putOff.map { .string($0) } ?? .null,
            "former_dates": .array(formerDates.map { .string($0) }),
        ]
    }
}

extension AnnouncedDate {
    var json: JSONValue {
        guard let days else { return .null }
        return [
            "earliest": .string("\(days.earliest)"), "latest": .string("\(days.latest)"),
            "phrase": .string(phrase),
        ]
    }
}
