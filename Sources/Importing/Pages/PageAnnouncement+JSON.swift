package import CanonicalJSON

extension PageAnnouncement {
    /// What was read, for programs; a new key may come, none goes.
    package var json: JSONValue {
        standing.merged(with: [
            "id": .string(id), "title": .string(title), "product": .string(text(.product)),
            "platforms": .array(list(.platform).map { .string($0) }),
            "types": .array(list(.changeType).map { .string($0) }),
            "check_before": date(.checkBefore).map { .string("\($0)") } ?? .null,
            "created": date(.created).map { .string("\($0)") } ?? .null,
            "updated": date(.updated).map { .string("\($0)") } ?? .null,
            "guessed_phases": .array(phases.map(\.json)),
            "empty": .array(empty.map { .string($0) }),
            "effects": effects(of: .effects), "risks": effects(of: .risks),
            "opportunities": effects(of: .opportunities), "security": effects(of: .security),
            "options": effects(of: .options),
            "unread_dates": .object(
                Dictionary(
                    uniqueKeysWithValues: unreadDates.map { ($0.label.rawValue, .string($0.words)) }
                )),
            "partly_locked": .array(partlyLocked.map { .string($0) }),
            "locked": .array(locked.map { .string($0) }),
            "missing": .array(missing.map { .string($0) }),
            "not_published": .array(notPublished.map { .string($0) }),
        ])
    }

    private func effects(of label: PageLabel) -> JSONValue {
        .array(
            effects(label).map { effect in
                [
                    "title": .string(effect.title), "text": .string(effect.text),
                    "roles": .array(effect.roles.map { .string($0) }),
                    "references": .array(effect.references.map { .string($0) }),
                ]
            })
    }
}
