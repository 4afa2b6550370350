package import Rollout

/// The pages on which somebody who is signed in says something about a rollout.
package struct SignPage {
    private let report: ReportInput
    /// The name that the rollout's page is found under.
    private let name: String
    private let person: Principal

    private var assessment: Assessment { report.assessment }
    private var checklist: Checklist { assessment.checklist }
    private var context: WordingContext { WordingContext(assessment) }

    package init(_ report: ReportInput, _ name: String, for person: Principal) {
        self.report = report
        self.name = name
        self.person = person
    }

    private func page(_ title: String, _ document: Document, _ forms: [BrowserForm]) -> String {
        BrowserPage.text(
            title: title,
            body: BrowserPage.person(person.text) + HTMLWriter.body(document)
                + forms.map(\.html).joined() + BrowserPage.panel, isSignedIn: true)
    }

    private func roles(_ roles: [RoleID]) -> [RoleID] {
        roles.filter { checklist.isMember(person, of: $0) }
    }

    /// The way back; the name is one of `ReportName`.
    private var back: Inline {
        "In the rollout \("\(ScopeWording.titled(checklist))", file: "/rollouts/\(name)"): \("everything to sign", file: "/rollouts/\(name)/sign")"
    }

    /// What there is to sign: the person's steps first, then the phases.
    package var overview: String {
        var document = Document()
        document.heading(1, "Sign: \(ScopeWording.titled(checklist))")
        document.paragraph("\("Back to the rollout", file: "/rollouts/\(name)")")
        let open = assessment.steps.filter { $0.status != .notApplicable }
        let own = open.filter { !roles($0.step.signOff?.roles ?? []).isEmpty }
        document.heading(2, "Your steps")
        if own.isEmpty { document.paragraph("No step asks for a sign-off of yours.") }
        document.table(["Step", "Status", "Due"], rows: own.map(row))
        let others = open.filter { step in !own.contains { $0.step.id == step.step.id } }
        if !roles(checklist.waivers?.roles ?? []).isEmpty, !others.isEmpty {
            document.heading(2, "Steps that you may waive")
            document.table(["Step", "Status", "Due"], rows: others.map(row))
        }
        document.heading(2, "Phases")
        document.table(
            ["Phase", "Verdict"],
            rows: assessment.phases.filter { $0.verdict != nil }.map { phase in
                [
                    link("\(context.phase(phase.phase.id))", "phase", phase.phase.id.text),
                    "\(PhaseWording.word(phase.verdict))",
                ]
            })
        return page("Sign: \(checklist.title)", document, [])
    }

    private func row(_ step: StepAssessment) -> [Inline] {
        [
            link("\(step.step.title)", "step", step.step.id.text), "\(step.status.rawValue)",
            "\(step.due.description)",
        ]
    }

    private func link(_ title: Inline, _ kind: String, _ id: String) -> Inline {
        "\(title, file: "/rollouts/\(name)/sign?\(kind)=\(QueryEscaping.text(id))")"
    }

    /// One step; nil where there is none of the id.
    package func step(_ id: String) -> String? {
        guard let found = assessment.step(StepID(id)) else { return nil }
        let step = found.step
        var document = Document()
        document.heading(1, "\(step.title)")
        document.paragraph(back)
        document.paragraph(
            "\(strong: "\(found.status.rawValue)"): \(StepWording.sentence(found, context))")
        document.quote(authorsMarkdown: step.text, links: false)
        return page(step.title, document, forms(found))
    }

    private func forms(_ found: StepAssessment) -> [BrowserForm] {
        let step = found.step
        var forms: [BrowserForm] = []
        let own = roles(step.signOff?.roles ?? [])
        if let rule = step.signOff, !own.isEmpty {
            var form = BrowserForm("sign", name, ("step", step.id.text), "Sign the step off")
            form.role(own, context)
            form.choice(
                "choice", "What you say",
                [("approve", "It is done"), ("reject", "It is not done, or not well")])
            form.words("What was done, seen or found")
            form.files("Files that show it", isRequired: rule.evidenceRequired)
            forms.append(form)
        }
        let waivers = roles(checklist.waivers?.roles ?? [])
        if checklist.mayBeWaived(step), !waivers.isEmpty {
            var form = BrowserForm("waive", name, ("step", step.id.text), "Waive the step")
            form.role(waivers, context)
            form.day("The last day that the waiver covers")
            form.words("Why the step may be left undone")
            forms.append(form)
        }
        return forms
    }

    /// One phase; nil where there is none of the id.
    package func phase(_ id: String) -> String? {
        guard let phase = assessment.phase(PhaseID(id)) else { return nil }
        var document = Document()
        let title = context.phase(phase.phase.id)
        document.heading(1, "\(title)")
        document.paragraph(back)
        for question in Decision.Question.allCases {
            let verdict = PhaseWording.verdict(phase.finding(on: question))
            document.paragraph(
                question == .start
                    ? "May it start: \(strong: "\(verdict)")."
                    : "May it be closed: \(strong: "\(verdict)").")
            document.list(
                assessment.rollCall(phase.phase.id, question).map { answer in
                    "\(answer.entry.statement.principal.text): \(answer.poll.choice.rawValue). \(answer.poll.comment)"
                })
        }
        return page(title, document, forms(phase))
    }

    private func forms(_ phase: PhaseAssessment) -> [BrowserForm] {
        let subject = ("phase", phase.phase.id.text)
        let asked = checklist.decisions.poll
        let polled = roles(asked.isEmpty ? checklist.roles.map(\.id) : asked)
        let questions = [("start", "May the phase start"), ("close", "May the phase be closed")]
        let choices = [("no-go", "No-go"), ("go", "Go")]
        var forms: [BrowserForm] = []
        if !polled.isEmpty {
            var form = BrowserForm("poll", name, subject, "Answer the roll call")
            form.role(polled, context)
            form.choice("question", "The question", questions)
            form.choice("choice", "Your answer", choices)
            form.words("Why")
            forms.append(form)
        }
        if checklist.isMember(person, of: checklist.owner) {
            var form = BrowserForm("decide", name, subject, "Decide")
            form.choice("question", "The question", questions)
            form.choice("choice", "Your decision", choices)
            form.words("Why")
            forms.append(form)
        }
        return forms
    }
}
