import Characters
package import Rollout

/// What somebody must do, in every rollout of a server.
package struct TodoPage {
    /// Whose tasks are shown.
    package enum Who: Hashable, Sendable {
        case everybody
        case person(Principal)
        case role(RoleID)

        /// As the form sends it; empty stands for everybody.
        package init(_ text: String) {
            if text.isEmpty {
                self = .everybody
            } else if text.utf8.starts(with: Self.roleMark.utf8) {
                self = .role(RoleID(String(text.dropFirst(Self.roleMark.count))))
            } else {
                self = .person(Principal(text))
            }
        }

        fileprivate var value: String {
            switch self {
            case .everybody: ""
            case .person(let person): person.text
            case .role(let role): Self.roleMark + role.text
            }
        }

        private static let roleMark = "role:"
    }

    private let facts: PortfolioFacts
    private let links: [String]
    private let notes: [String]
    private let who: Who

    /// `links` lead to the page of each report; notes say what is not shown.
    package init(_ reports: [ReportInput], links: [String], notes: [String], who: Who) {
        facts = PortfolioFacts(reports)
        self.links = links
        self.notes = notes
        self.who = who
    }

    package func html(size: Int) -> String {
        var document = Document()
        document.list(notes.map { "⚠️ \($0)" })
        document.list(
            SharedSentences.all(of: facts.reports, \.caveatSentences).map { "⚠️ \($0)" })
        if case .everybody = who {
            document.paragraph("Choose a person or a role to see what waits for them alone.")
        }
        tasks(to: &document)
        let title = "What is to do"
        return ServedPage.html(
            title: title, at: .tasks, document, size: size,
            before: "<h1>\(HTMLEscaping.text(heading))</h1>\n\(form)")
    }

    private var heading: String {
        switch who {
        case .everybody: "What is to do"
        case .person(let person): "What \(person.text) must do"
        case .role(let role): "What is to do for \(roles[role] ?? role.text)"
        }
    }

    private func tasks(to document: inout Document) {
        let people: [Principal] = if case .person(let person) = who { [person] } else { [] }
        let wanted: [RoleID] = if case .role(let role) = who { [role] } else { [] }
        let names = RolloutNames(of: facts.reports, by: ScopeWording.titled)
        let tasks = facts.tasks(roles: wanted, people: people)
        let debts = facts.debts(roles: wanted, people: people)
        guard !tasks.isEmpty || !debts.isEmpty else {
            document.paragraph("No open step waits for them.")
            return
        }
        document.table(
            ["Step", "Due", "Late", "Rollout", "What is missing", "Role", "Whom to call"],
            rows: tasks.map { task in
                let report = facts.reports[task.report]
                let step = facts.step(task)
                let late = Lateness.words(step, asOf: report.assessment.asOf)
                return [
                    "\(strong: "\(step.step.title)")", "\(LocalTime.point(step.due))",
                    late.map { "\(strong: "\($0)")" } ?? "",
                    "\("\(names.name(of: report))" as Inline, file: links[task.report])",
                    "\(StepWording.brief(task.call, of: step, report.facts.context))",
                    "\(report.facts.context.role(task.call.role))",
                    .list(CallWording.inlines(task.call.actors), "or", most: 3),
                ]
            })
        guard !debts.isEmpty else { return }
        document.heading(2, "Emergency decisions to look back on")
        document.list(
            debts.map { debt in
                let report = facts.reports[debt.report]
                let by = LocalTime.end(debt.by, in: report.assessment.checklist.zone)
                return
                    "\(names.name(of: report)): \(RetrospectiveWording.task(debt, report.facts.context)) It is owed by \(by)."
            })
    }

    /// The roles of all rollouts with their titles.
    private var roles: [RoleID: String] {
        var found: [RoleID: String] = [:]
        for role in facts.reports.flatMap(\.assessment.checklist.roles) where found[role.id] == nil
        {
            found[role.id] = role.title.isEmpty ? role.id.text : role.title
        }
        return found
    }

    private var form: String {
        let checklists = facts.reports.map(\.assessment.checklist)
        let people = Set(checklists.flatMap { $0.roles.flatMap(\.people) })
            .sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        let titles = roles.sorted { $0.key.text.utf8.lexicographicallyPrecedes($1.key.text.utf8) }
        var out =
            "<form method=\"get\" action=\"/todo\">\n<p><label for=\"who\">For whom</label><br>\n"
        out += "<select id=\"who\" name=\"who\">\n\(option(.everybody, "Everybody"))"
        out += "<optgroup label=\"People\">\n"
        for person in people { out += option(.person(person), person.text) }
        out += "</optgroup>\n<optgroup label=\"Roles\">\n"
        for (role, title) in titles { out += option(.role(role), title) }
        out += "</optgroup>\n</select></p>\n<p><button type=\"submit\">Show</button></p>\n</form>\n"
        return out
    }

    private func option(_ one: Who, _ words: String) -> String {
        let chosen = one == who ? " selected" : ""
        return
            "<option value=\"\(HTMLEscaping.text(one.value))\"\(chosen)>\(HTMLEscaping.text(words))</option>\n"
    }
}
