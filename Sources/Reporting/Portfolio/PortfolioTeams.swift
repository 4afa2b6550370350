import Rollout

/// Who has how much to do in a portfolio.
struct PortfolioTeams {
    private let facts: PortfolioFacts
    /// In the order of what each has to do first.
    private var teams: [Team] = []

    /// As many rollouts as the line of a role names.
    private static let mostNamed = 5

    /// A role of one or of several rollouts, with the places of its tasks.
    private struct Team {
        let name: Name
        var tasks: [Int]
    }

    /// What tells roles apart: the title and the members, for those of one rollout know nothing of
    /// another one.
    private struct Name: Hashable {
        let title: String
        let members: Set<Principal>
    }

    /// A role as one rollout has it.
    private struct Place: Hashable {
        let report: Int
        let role: RoleID
        let title: String
    }

    init(_ facts: PortfolioFacts) {
        self.facts = facts
        var known: [Place: Int] = [:]
        var places: [Name: Int] = [:]
        for (number, task) in facts.tasks.enumerated() {
            let place = Place(
                report: task.report, role: task.call.role, title: task.open.role)
            if let team = known[place] {
                teams[team].tasks.append(number)
                continue
            }
            let checklist = facts.reports[task.report].assessment.checklist
            let name = Name(
                title: place.title, members: Set(checklist.role(place.role)?.members ?? []))
            let team = places[name] ?? teams.count
            if team == teams.count { teams.append(Team(name: name, tasks: [])) }
            teams[team].tasks.append(number)
            places[name] = team
            known[place] = team
        }
    }

    /// `names` are those of the files beside the page, one for each report.
    func write(_ names: [String], to document: inout Document) {
        guard !teams.isEmpty else { return }
        let rollouts = RolloutNames(of: facts.reports)
        let zones = RolloutZones(of: facts.reports)
        document.heading(2, "By role")
        document.table(
            ["Role", "Open steps", "Late", "First due", "Whom to call", "In"],
            rows: teams.map { team in
                let first = facts.tasks[team.tasks[0]]
                let late = team.tasks.count { facts.tasks[$0].open.isLate }
                let reports = self.reports(of: team)
                let shown = reports.prefix(Self.mostNamed).map { number -> Inline in
                    let words: Inline = "\(rollouts.name(of: facts.reports[number]))"
                    return "\(words, file: names[number])"
                }
                return [
                    "\(team.name.title)", "\(team.tasks.count)", late == 0 ? "" : "\(late)",
                    "\(zones.point(facts.step(first).due, of: facts.reports[first.report]))",
                    .list(CallWording.inlines(called(by: team)), "or", most: 3),
                    .list(shown, "and", of: reports.count),
                ]
            })
    }

    /// The rollouts in which a team has something to do, the first one first.
    private func reports(of team: Team) -> [Int] {
        var seen: Set<Int> = []
        return team.tasks.lazy.map { facts.tasks[$0].report }.filter { seen.insert($0).inserted }
    }

    /// Whom to call, each once.
    private func called(by team: Team) -> [Actor] {
        var seen: Set<Actor> = []
        var actors: [Actor] = []
        for task in team.tasks {
            for actor in facts.tasks[task].call.actors where seen.insert(actor).inserted {
                actors.append(actor)
            }
        }
        return actors
    }
}
