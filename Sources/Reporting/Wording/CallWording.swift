import Rollout

/// Whom to call, by name.
enum CallWording {
    /// Everybody once: a deputy stands with the member in whose place it is.
    static func names(_ actors: [Actor]) -> [String] {
        callees(actors).map { actor in
            actor.onBehalfOf.map { "\(actor.principal) (in place of \($0))" }
                ?? actor.principal.text
        }
    }

    /// The same for reports.
    static func inlines(_ actors: [Actor]) -> [Inline] {
        callees(actors).map { actor in
            let place: Inline = actor.onBehalfOf.map { " (in place of \(code: $0.text))" } ?? ""
            return "\(code: actor.principal.text)\(place)"
        }
    }

    /// The people of each role, with the roles where there are several.
    static func words(_ calls: [WhomToCall], _ context: WordingContext) -> String {
        guard calls.count > 1 else {
            return Prose.list(names(calls.first?.actors ?? []), "or", most: 3)
        }
        return calls.map { call in
            "\(Prose.list(names(call.actors), "or", most: 3)) for \(context.role(call.role))"
        }.joined(separator: "; ")
    }

    private static func callees(_ actors: [Actor]) -> [Actor] {
        let away = Set(actors.compactMap(\.onBehalfOf))
        return actors.filter { $0.onBehalfOf != nil || !away.contains($0.principal) }
    }
}
