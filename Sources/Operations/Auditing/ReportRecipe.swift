import Reporting
import Rollout

/// The command by which a report is rendered again, as the report prints it.
struct ReportRecipe: Sendable {
    private(set) var checklist = ""
    private(set) var place: String?
    private(set) var target: TargetID?
    private(set) var chosen: [String: String] = [:]
    private(set) var asOf = Instant(milliseconds: 0)
    private(set) var entries = 0
    private(set) var isForecast = false
    private var audience: ReportSelection.Audience?
    private var roles: [RoleID] = []
    private var people: [Principal] = []
    private var since = Changes.Since.lastDecision

    /// Who the report is for.
    var selection: ReportSelection {
        ReportSelection(audience: audience, roles: roles, people: people, since: since)
    }

    /// Nil for another command than those that reports print.
    init?(_ line: String) {
        guard let words = ShellLine.words(line), words.count > 3,
            words[0] == "readiness", words[1] == "report", words[2].hasPrefix("sha256:")
        else { return nil }
        checklist = words[2]
        var known: Set<String> = []
        var rest = words[3...]
        while let word = rest.popFirst() {
            if word.hasPrefix("--place=") {
                place = String(word.dropFirst(8))
                continue
            }
            if word == "--forecast" {
                isForecast = true
                continue
            }
            guard let value = rest.popFirst(), take(word, value) else { return nil }
            known.insert(word)
        }
        guard known.contains("--as-of"), known.contains("--entries") else { return nil }
    }

    private mutating func take(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--as-of":
            guard let instant = Instant(rfc3339: value) else { return false }
            asOf = instant
        case "--entries":
            guard let count = Int(value), count >= 0 else { return false }
            entries = count
        case "--target": target = TargetID(value)
        case "--audience":
            guard let audience = ReportSelection.Audience(rawValue: value) else { return false }
            self.audience = audience
        case "--role": roles.append(RoleID(value))
        case "--person": people.append(Principal(value))
        case "--since":
            guard let since = SincePoint(value)?.since(in: .utc) else { return false }
            self.since = since
        case "--set":
            guard let sign = value.firstIndex(of: "=") else { return false }
            chosen[String(value[..<sign])] = String(value[value.index(after: sign)...])
        default: return false
        }
        return true
    }
}
