import CanonicalJSON
import Characters
package import Rollout

/// What sites saw, did not see and see differently, in words.
package enum SiteWording {
    /// As many steps as a sentence bears.
    private static let mostSteps = 3
    /// As many roles, and people of each.
    private static let mostRoles = 4
    private static let mostPeople = 3
    /// As much of a value as a sentence bears.
    private static let mostScalars = 80

    /// Why a step waits for sites.
    static func silent(
        _ check: String, _ sites: [SilentSite], _ elsewhere: CheckObjection?,
        _ context: WordingContext
    ) -> String {
        let never = sites.filter { $0.lastSeen == nil }.map(\.site.text)
        var sentences: [String] = []
        if !never.isEmpty {
            sentences.append(
                "\(Prose.list(never, "and")) never carried out check \(check) for this rollout.")
        }
        sentences += sites.compactMap { silent in
            silent.lastSeen.map {
                "\(silent.site) last carried out check \(check) at \(context.time($0)), for another wording of the step."
            }
        }
        if let elsewhere {
            sentences.append(
                "The last outcome that does not count: \(StandingWording.sentence(elsewhere, context))"
            )
        }
        return sentences.joined(separator: " ")
    }

    static func differs(_ check: String, _ parity: ParityAssessment, more: Int) -> String {
        let others =
            more == 0
            ? "" : " The same is so of \(Prose.count(more, "more fact"))."
        return
            "The sites do not see the same \(parity.name) of check \(check). \(seen(parity))\(others)"
    }

    static func unknown(_ check: String, _ parity: ParityAssessment) -> String {
        let unseen = parity.sights.filter(\.isUnseen).map(\.site.text)
        guard !unseen.isEmpty else {
            return "Nothing is there to compare the \(parity.name) of check \(check) with."
        }
        return
            "What \(Prose.list(unseen, "and")) saw of check \(check) has no \(parity.name) that could be compared."
    }

    /// Who saw what, one sentence for all that saw the same.
    static func seen(_ parity: ParityAssessment) -> String {
        parity.groups.map { group in
            let names = Prose.list(group.sites.map(\.text), "and")
            let value = "\(names): \(value(group.fact.value))"
            guard parity.standing == .differs, let reference = parity.reference,
                !group.sites.contains(reference)
            else { return "\(value)." }
            return "\(value), which is not what \(reference) saw."
        }.joined(separator: " ")
    }

    /// A fact on one line; JSON and the ledger have all of it.
    static func value(_ value: JSONValue) -> String {
        let text = VisibleText.line(
            value.text ?? String(decoding: value.canonicalBytes, as: UTF8.self))
        let scalars = text.unicodeScalars
        guard scalars.count > mostScalars else { return Prose.value(text) }
        return String(scalars.prefix(mostScalars)) + " …"
    }

    /// What one site saw, such as "met", "met, too old to count" and "silent".
    static func standing(_ outcome: SiteOutcome) -> String {
        guard let report = outcome.report, !outcome.isSilent else { return "silent" }
        let but = StandingWording.reservation(outcome.freshness).map { ", \($0)" } ?? ""
        return report.outcome.rawValue + but
    }

    /// Why sites are to be minded: since when they have been silent, and the steps that wait for all
    /// of them.
    static func silence(
        _ sites: [SiteAssessment], _ context: WordingContext, at instant: Instant
    ) -> String {
        let missing = sites.first?.missing ?? []
        let steps = Prose.list(missing.map(\.text), "and", most: mostSteps)
        let waits = missing.count == 1 ? "waits" : "wait"
        let call = call(sites, context, at: instant)
        let never = sites.filter { $0.lastSeen == nil }.map { name($0.site) }
        var parts =
            never.isEmpty
            ? [] : ["\(Prose.list(never, "and")) \(never.count == 1 ? "has" : "have") never looked"]
        parts += sites.compactMap { site in
            site.lastSeen.map { "\(name(site.site)) was last heard of at \(context.time($0))" }
        }
        guard sites.count > 1 else {
            return "The site \(parts.joined()); \(steps) \(waits) for it.\(call)"
        }
        return
            "\(steps) \(waits) for \(sites.count) sites: \(parts.joined(separator: "; ")).\(call)"
    }

    /// The roles that see to sites, each with its people.
    private static func call(
        _ sites: [SiteAssessment], _ context: WordingContext, at instant: Instant
    ) -> String {
        var roles: [RoleID] = []
        for role in sites.compactMap(\.site.role) where !roles.contains(role) {
            roles.append(role)
        }
        guard !roles.isEmpty else { return "" }
        let names = roles.map { role in
            let people = CallWording.names(context.checklist.actors(for: role, at: instant))
            return
                "\(context.role(role)) (\(Prose.list(people, "or", most: mostPeople)))"
        }
        return " Whom to call: \(Prose.list(names, "and", most: mostRoles))."
    }

    /// The title with the id where they differ.
    package static func name(_ site: Site) -> String {
        site.title == site.id.text ? site.title : "\(site.title) (\(site.id))"
    }
}
