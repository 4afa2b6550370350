import CanonicalJSON
import ChecklistDecoding
import HTTPTypes
import Hummingbird
import Operations
import Reporting
import Rollout

/// The rollouts: for people as pages, for programs as reports in every format.
enum RolloutRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/") { _, context in
            let all = try await desk.rollouts.all()
            let reports = try await desk.rollouts.reports(of: all.served, desk.tool)
            return Reply.page(
                PortfolioPage.html(
                    reports, all.served.map { "rollouts/\($0.name)" }, notes: all.notes,
                    signedIn: context.session?.person))
        }
        router.get("/rollouts/{name}") { _, context in
            guard let session = context.session,
                let (one, report) = try await report(desk, context)
            else { return try await report(desk, context, as: "html") }
            let page = SignPage(report, one.name, for: session.person)
            return Reply.bytes(page.rollout, type: HTMLFormat().mediaType)
        }
        router.get("/api/rollouts") { _, _ in
            let all = try await desk.rollouts.all()
            let reports = try await desk.rollouts.reports(of: all.served, desk.tool)
            let rows = zip(all.served, reports).map { one, report -> JSONValue in
                .object([
                    "name": .text(one.name), "id": .text(one.loaded.checklist.id),
                    "place": .text(one.loaded.checklist.rollout.place),
                    "title": .text(one.loaded.checklist.title),
                    "verdict": .text(report.verdictWords),
                    "caveats": .array(report.caveats.map { .text($0.kind.rawValue) }),
                    "digest": .text(one.loaded.checklist.digest.description),
                ])
            }
            return Reply.json(
                .object([
                    "rollouts": .array(rows), "notes": .array(all.notes.map { .text($0) }),
                ]))
        }
        router.get("/api/rollouts/{name}/report") { request, context in
            let format = request.uri.queryParameters["format"].map(String.init) ?? "json"
            return try await report(desk, context, as: format)
        }
    }

    private static func report(
        _ desk: Desk, _ context: ServerContext, as format: String
    ) async throws -> Response {
        guard let format = ReportFormats.named(format) else {
            let names = ReportFormats.all.map(\.name).joined(separator: ", ")
            return Reply.problem("format", "The formats are \(names).", .badRequest)
        }
        guard let (_, report) = try await report(desk, context) else { return Reply.missing }
        return Reply.bytes(format.stream([report]), type: format.mediaType)
    }

    /// The rollout that a path names, with its report; nil where there is none.
    static func report(
        _ desk: Desk, _ context: ServerContext
    ) async throws -> (ServedRollouts.Served, ReportInput)? {
        let name = context.parameters.get("name") ?? ""
        guard let one = try await desk.rollouts.all().served.first(where: { $0.name == name }),
            let report = try await desk.rollouts.reports(of: [one], desk.tool).first
        else { return nil }
        return (one, report)
    }
}
