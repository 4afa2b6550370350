import Hummingbird
import Operations
import Rollout

/// The texts of checklists by their digest, as they were recorded.
enum TextRoutes {
    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/api/checklists/sha256/{digest}") { request, context in
            let type = "application/yaml"
            try Acceptance.require(type, request)
            guard let digest = EvidenceRoutes.digest(context),
                let bytes = try await desk.texts.bytes(digest)
            else { throw Problem.missing }
            return Reply.download(bytes, type: type)
        }
    }
}
