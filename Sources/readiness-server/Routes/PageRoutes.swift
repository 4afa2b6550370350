import Attestation
import ChecklistDecoding
import HTTPTypes
import Hummingbird
import Operations
import Reporting
import Rollout

/// The pages for people: what is to do, when, and where each rollout stands.
enum PageRoutes {
    /// As many entries as a page of a history lists.
    private static let mostEntries = 100

    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/") { _, context in
            let person = context.session?.person
            return try await recent(desk, "/ \(person?.text ?? "")") {
                let all = try await All(desk)
                return PortfolioPage.served(
                    all.reports, all.links, notes: all.notes, size: all.size, signedIn: person)
            }
        }
        router.get("/todo") { _, context in
            let all = try await All(desk)
            let page = TodoPage(
                all.reports, links: all.links, notes: all.notes,
                who: TodoPage.Who(context.query["who"] ?? ""))
            return Reply.page(page.html(size: all.size))
        }
        router.get("/calendar") { _, context in
            let today = Zone.utc.local(DataFolder.now()).date
            let span = try span(context.query, today)
            let all = try await All(desk)
            let page = CalendarPage(
                all.reports, links: all.links, notes: all.notes, span: span, today: today)
            return Reply.page(page.html(size: all.size))
        }
        router.get("/calendar.ics") { request, _ in
            let format = CalendarFormat()
            try Acceptance.require(format.mediaType, request)
            let all = try await All(desk)
            var answer = Reply.bytes(format.stream(all.reports), type: format.mediaType)
            answer.headers[.contentDisposition] = "attachment; filename=\"rollouts.ics\""
            return answer
        }
        router.get("/rollouts/{name}") { _, context in
            let isSignedIn = context.session != nil
            let name = context.parameters.get("name") ?? ""
            return try await recent(desk, "rollout \(isSignedIn) \(name)") {
                let (served, report) = try await RolloutRoutes.one(desk, context)
                return RolloutPages.report(report, name: served.name, isSignedIn: isSignedIn)
            }
        }
        router.get("/rollouts/{name}/decision") { _, context in
            let (served, report) = try await RolloutRoutes.one(desk, context)
            return Reply.page(RolloutPages.decision(report, name: served.name))
        }
        router.get("/rollouts/{name}/history") { _, context in
            let before = try context.query.number("before", in: 1...Int(Int32.max))
            let (served, report) = try await RolloutRoutes.one(desk, context)
            let page = try await desk.entries.newest(
                of: served.loaded.checklist.rollout, before: before, most: mostEntries)
            return Reply.page(
                RolloutPages.history(
                    report, name: served.name, entries: page.entries, older: page.next))
        }
    }

    /// A page that was made now, or a moment ago over the same ledger.
    private static func recent(
        _ desk: Desk, _ name: String, _ make: @escaping @Sendable () async throws -> String
    ) async throws -> Response {
        let page = try await desk.page(name) {
            RecentPages.Page(
                bytes: Array(try await make().utf8), type: "text/html; charset=utf-8")
        }
        guard let page else { throw Problem.missing }
        return Reply.bytes(page.bytes, type: page.type)
    }

    /// The month of today where nothing is asked.
    private static func span(
        _ query: Query, _ today: CivilDate
    ) throws(Problem) -> CalendarPage.Span {
        switch (query["month"], query["week"]) {
        case (nil, nil): return .month(today)
        case (let month?, nil):
            if let day = CivilDate("\(month)-01"), years.contains(day.year) { return .month(day) }
        case (nil, let week?):
            if let day = CivilDate(week), years.contains(day.year) { return .week(day) }
        default: break
        }
        throw Query.problem("month is YYYY-MM, or week is a day of it, YYYY-MM-DD.")
    }

    /// The years in which the weeks and months beside are days of the calendar too.
    private static let years = 1000...9000

    /// Every rollout, its report, and where its page is.
    private struct All {
        let reports: [ReportInput]
        let links: [String]
        let notes: [String]
        let size: Int

        init(_ desk: Desk) async throws {
            let all = try await desk.rollouts.all()
            reports = try await desk.rollouts.reports(of: all.served, desk.tool)
            links = all.served.map { "/rollouts/\($0.name)" }
            notes = all.notes
            let signed = try await desk.log.checkpoint()?.checkpoint.extent.size ?? 0
            size = reports.map(\.ledger.size).max() ?? signed
        }
    }
}
