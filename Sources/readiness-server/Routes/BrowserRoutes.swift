import Attestation
import CanonicalJSON
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Reporting
import Rollout

/// What the script of the pages asks: passkeys are enrolled, people sign in, and what they sign is
/// recorded.
enum BrowserRoutes {
    /// A page that asks, and what it says.
    private struct Asked {
        let page: PageOrigin
        let message: BrowserMessage
    }

    /// Only a page of this server, that the list of signers names, may ask for anything.
    private static func asked(_ request: Request, _ desk: Desk) async throws -> Asked {
        guard ReadAccess.isOwn(request), let origin = request.headers[.origin] else {
            throw Problem("origin", "Only a page of this server may ask for that.", .forbidden)
        }
        let page = try await desk.browser.page(origin)
        let body = try await LimitedBody(
            request, type: BrowserMessage.mediaType, upTo: BrowserMessage.mostBytes
        ).bytes()
        return Asked(page: page, message: try BrowserMessage(body))
    }

    static func addPublic(to router: Router<ServerContext>, _ desk: Desk) {
        router.get("/browser.js") { _, _ in
            Reply.bytes(
                Array(BrowserScript.text.utf8), type: "text/javascript; charset=utf-8")
        }
        router.get("/enrol") { _, _ in Reply.page(EnrolPage.html) }
        router.post("/browser/enrolment/link") { request, _ in
            let asked = try await asked(request, desk)
            let link = try await desk.browser.link(of: asked.message)
            return Reply.json([
                "person": .string(link.person.text), "until": .string(link.until.rfc3339),
            ])
        }
        router.post("/browser/enrolment/show") { request, _ in
            let asked = try await asked(request, desk)
            let statement = try await desk.browser.enrolment(of: asked.message, on: asked.page)
            return Reply.json([
                "statement": .string(text(statement)),
                "meaning": .string(EnrolmentWording.meaning(statement)),
            ])
        }
        router.post("/browser/enrolment/record") { request, _ in
            let asked = try await asked(request, desk)
            let made = try await desk.browser.enrol(asked.message)
            return Reply.json(
                [
                    "fingerprint": .string(made.key.fingerprint.text),
                    "entry": .integer(Int64(made.entry)), "owner": .string(made.owner.text),
                ], status: .created)
        }
        router.post("/browser/sign-in/text") { request, _ in
            let asked = try await asked(request, desk)
            return Reply.json(["text": .string(try await desk.browser.signInText(on: asked.page))])
        }
        router.post("/browser/sign-in") { request, _ in
            let asked = try await asked(request, desk)
            let secret = try await desk.browser.signIn(asked.message)
            var response = Reply.json([:])
            response.headers[.setCookie] = ReadAccess.cookie(holding: secret)
            return response
        }
        router.post("/browser/sign-out") { request, _ in
            _ = try await asked(request, desk)
            if let secret = ReadAccess.secret(of: request) {
                await desk.browser.sessions.end(secret)
            }
            var response = Reply.json([:])
            response.headers[.setCookie] = ReadAccess.noCookie
            return response
        }
    }

    static func add(to router: RouterGroup<ServerContext>, _ desk: Desk) {
        router.get("/rollouts/{name}/sign") { _, context in
            let (served, report) = try await RolloutRoutes.one(desk, context)
            guard let session = context.session else {
                return Response(status: .seeOther, headers: [.location: "/sign-in"])
            }
            let page = SignPage(report, served.name, for: session.person)
            let html =
                switch (context.query["step"], context.query["phase"]) {
                case (let step?, nil): page.step(step)
                case (nil, let phase?): page.phase(phase)
                case (nil, nil): page.overview
                default: throw Query.problem("step or phase, and not both.")
                }
            guard let html else { throw Problem.missing }
            return Reply.page(html)
        }
        router.post("/browser/show") { request, context in
            let asked = try await asked(request, desk)
            let session = try session(context)
            let shown = try await desk.browser.show(asked.message, to: session)
            return Reply.json([
                "statement": .string(text(shown.statement)), "meaning": .string(shown.meaning),
                "credential": .string(session.credential),
            ])
        }
        router.post("/browser/record") { request, context in
            let asked = try await asked(request, desk)
            let entry = try await desk.browser.record(asked.message, by: session(context))
            return Reply.json(["entry": .integer(Int64(entry.sequence))], status: .created)
        }
    }

    private static func session(_ context: ServerContext) throws -> BrowserSession {
        guard let session = context.session else {
            throw Problem("session", "Sign in with a passkey first.", .unauthorized)
        }
        return session
    }

    private static func text(_ statement: Statement) -> String {
        String(decoding: statement.canonicalBytes, as: UTF8.self)
    }
}
