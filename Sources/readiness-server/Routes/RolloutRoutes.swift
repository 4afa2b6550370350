import CanonicalJSON
import ChecklistDecoding
import HTTPTypes
import Hummingbird
import Operations
import Reporting
import Rollout

/// The rollouts for programs: all of them, and one as a report in every format.
enum RolloutRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/api/rollouts") { request, _ in
            try Acceptance.require("application/json", request)
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
            let answer = Reply.json(
                .object([
                    "rollouts": .array(rows), "notes": .array(all.notes.map { .text($0) }),
                ]), .byTag)
            let state = all.notes.joined(separator: "\n")
            return EntityTag(of: reports, as: "rollouts\n\(state)").answering(request, answer)
        }
        router.get("/api/rollouts/{name}/report") { request, context in
            let wanted = context.query["format"] ?? "json"
            guard let format = ReportFormats.named(wanted) else {
                let names = ReportFormats.all.map(\.name).joined(separator: ", ")
                throw Problem("format", "The formats are \(names).", .badRequest)
            }
            try Acceptance.require(format.mediaType, request)
            let (_, report) = try await one(desk, context)
            let answer = Reply.bytes(format.stream([report]), type: format.mediaType, .byTag)
            return EntityTag(of: [report], as: "report \(format.name)").answering(request, answer)
        }
    }

    /// The rollout that the path names, and its report.
    static func one(
        _ desk: Desk, _ context: ServerContext
    ) async throws -> (served: ServedRollouts.Served, report: ReportInput) {
        let served = try await named(desk, context)
        guard let report = try await desk.rollouts.reports(of: [served], desk.tool).first else {
            throw Problem.missing
        }
        return (served, report)
    }

    /// The rollout that the path names.
    static func named(
        _ desk: Desk, _ context: ServerContext
    ) async throws -> ServedRollouts.Served {
        let name = context.parameters.get("name").flatMap { PercentDecoding.path($0) }
        guard let one = try await desk.rollouts.all().served.first(where: { $0.name == name })
        else { throw Problem.missing }
        return one
    }
}
