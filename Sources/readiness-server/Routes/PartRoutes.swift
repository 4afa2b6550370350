import Hummingbird
import Reporting

/// What pages are made with beside their own text: one style sheet, one script, one picture.
enum PartRoutes {
    static func add(to router: Router<ServerContext>) {
        router.get("/readiness.css") { _, _ in
            Reply.bytes(Array(ServedPage.style.utf8), type: "text/css; charset=utf-8", .program)
        }
        router.get("/readiness.svg") { _, _ in
            Reply.bytes(Array(ServedPage.icon.utf8), type: "image/svg+xml", .program)
        }
        router.get("/readiness.js") { _, _ in
            Reply.bytes(
                Array(LiveScript.text.utf8), type: "text/javascript; charset=utf-8", .program)
        }
    }
}
