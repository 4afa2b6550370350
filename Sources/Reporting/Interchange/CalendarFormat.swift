import Rollout

/// Phases, due steps and lapsing evidence as a calendar (RFC 5545).
///
/// An event keeps its UID for ever, so that a calendar that subscribed moves it and adds none. Of
/// rollouts that stand together and have one place, what the operator named is a part of it.
package struct CalendarFormat: ReportFormat {
    package let name = "ics"
    package let mediaType = "text/calendar; charset=utf-8"
    package let choosesSteps = true

    package init() {}

    package func render(_ reports: [ReportInput]) -> [RenderedFile] {
        let places = RolloutPlaces(of: reports)
        return zip(reports, ReportName.stems(of: reports)).map { report, stem in
            RenderedFile(name: "\(stem).ics", bytes: Self.bytes([report], places))
        }
    }

    package func stream(_ reports: [ReportInput]) -> [UInt8] {
        Self.bytes(reports, RolloutPlaces(of: reports))
    }

    private static func bytes(_ reports: [ReportInput], _ places: RolloutPlaces) -> [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Readiness//Rollouts//EN",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        ]
        let about =
            SharedSentences.all(of: reports) { [LedgerWording.sentence($0.ledger)] }
            + SharedSentences.all(of: reports, \.caveatSentences)
            + SharedSentences.all(of: reports) { [$0.listingSentence].compactMap(\.self) }
        if !about.isEmpty {
            lines.append("X-WR-CALDESC:\(CalendarText.value(about.joined(separator: " ")))")
        }
        let names = RolloutNames(of: reports, by: ScopeWording.titled)
        for report in reports {
            let events = events(report)
            lines += events.flatMap {
                $0.lines(in: report, named: names.name(of: report), among: places)
            }
        }
        lines.append("END:VCALENDAR")
        return Array(lines.map(CalendarText.folded).joined().utf8)
    }

    private static func events(_ report: ReportInput) -> [CalendarEvent] {
        let assessment = report.assessment
        var events: [CalendarEvent] = []
        // What has no day stands in no calendar.
        for phase in assessment.phases where phase.verdict != nil {
            if phase.phase.start != .toBeAnnounced { events.append(start(phase, report)) }
            if let ends = phase.phase.ended ?? phase.phase.ends?.latest {
                events.append(
                    CalendarEvent(
                        key: "end \(phase.phase.id)", when: .point(ends),
                        title: "\(phase.phase.title) ends"))
            }
        }
        for step in report.listedSteps where step.status != .notApplicable {
            if step.due != .toBeAnnounced { events.append(due(step, report)) }
            if let until = step.countsUntil {
                events.append(
                    CalendarEvent(
                        key: "lapse \(step.step.id)", when: .instant(until),
                        title: "Evidence lapses: \(step.step.title)"))
            }
        }
        return events
    }

    private static func start(
        _ phase: PhaseAssessment, _ report: ReportInput
    ) -> CalendarEvent {
        let range =
            phase.phase.started == nil && phase.phase.starts.earliest != phase.phase.starts.latest
            ? " at the earliest" : ""
        // Who looks at the day of the start must not read there what held long before.
        let now = PhaseWording.word(phase.headline)
        let then = PhaseWording.word(phase.atStart)
        let verdict = phase.hasStarted || then == now ? now : "\(then) at the start, \(now) now"
        return CalendarEvent(
            key: "start \(phase.phase.id)", when: .point(phase.phase.start),
            title: "\(report.forecastMark)\(verdict): \(phase.phase.title) starts\(range)",
            text: asOf(report) + (PhaseWording.forecast(phase, report.facts.context) ?? ""))
    }

    private static func asOf(_ report: ReportInput) -> String {
        "As of \(report.facts.context.time(report.assessment.asOf)): "
    }

    private static func due(_ step: StepAssessment, _ report: ReportInput) -> CalendarEvent {
        let checklist = report.assessment.checklist
        let context = report.facts.context
        var asked: [RoleID] = []
        for role in checklist.rolesAsked(by: step.step) where !asked.contains(role) {
            asked.append(role)
        }
        let people = asked.map { role in
            let members = (checklist.role(role)?.members ?? []).map(\.text)
            return "\(context.role(role)): \(members.joined(separator: ", "))\n"
        }
        let state = StepState(step).words
        let until = step.countsUntil.flatMap { $0 < step.dueLapses ? $0 : nil }
            .map { " until \(context.time($0))" }
        return CalendarEvent(
            key: "due \(step.step.id)", when: .point(step.due),
            title: "\(state)\(until ?? ""): \(step.step.title)",
            text: people.joined() + asOf(report) + StepWording.sentence(step, context))
    }
}

/// One event of a calendar.
struct CalendarEvent {
    enum When {
        case point(CalendarPoint)
        case instant(Instant)
    }

    /// What it is about, among the events of a rollout.
    let key: String
    let when: When
    let title: String
    var text = ""

    func lines(
        in report: ReportInput, named rollout: String, among places: RolloutPlaces
    ) -> [String] {
        let checklist = report.assessment.checklist
        let scope = checklist.scope.parameters.sorted { $0.key < $1.key }
        let name =
            [
                checklist.id, checklist.rollout.place, checklist.scope.target?.text ?? "",
                scope.map { "\($0.key)=\($0.value)" }.joined(separator: "\n"), key,
            ] + (places.isShared(by: report) ? [report.source] : [])
        let digest = ContentDigest(
            of: name.map { "\($0.utf8.count):\($0)" }.joined().utf8)
        var lines = [
            "BEGIN:VEVENT", "UID:\(String(digest.hex.prefix(32)))@readiness",
            "DTSTAMP:\(Self.utc(report.assessment.asOf))", "SEQUENCE:\(report.ledger.size)",
        ]
        lines += times(in: checklist.zone)
        lines.append("SUMMARY:\(CalendarText.value(title))")
        let about = "\(text.isEmpty ? "" : text + "\n")\(rollout)"
        lines.append("DESCRIPTION:\(CalendarText.value(about))")
        lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
        return lines
    }

    private func times(in zone: Zone) -> [String] {
        switch when {
        case .point(.day(let day)):
            return [
                "DTSTART;VALUE=DATE:\(Self.digits("\(day)"))",
                "DTEND;VALUE=DATE:\(Self.digits("\(day.adding(days: 1))"))",
            ]
        case .point(let point): return ["DTSTART:\(Self.utc(point.begins(in: zone)))"]
        case .instant(let instant): return ["DTSTART:\(Self.utc(instant))"]
        }
    }

    /// Such as `20251031T110000Z`.
    private static func utc(_ instant: Instant) -> String {
        digits(String(instant.rfc3339.prefix(19))) + "Z"
    }

    private static func digits(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }
}
