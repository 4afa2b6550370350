import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Reporting

/// A page that takes the token of a person who reads in a browser.
enum SignInRoutes {
    static func add(to router: Router<ServerContext>, _ desk: Desk) {
        router.get("/sign-in") { _, _ in Reply.scriptedPage(SignInPage.html(hasFailed: false)) }
        router.post("/sign-in") { request, _ in
            guard ReadAccess.isOwn(request) else {
                return Reply.problem("origin", "Sign in on the page of this server.", .forbidden)
            }
            let body = try await request.body.collect(upTo: 4096)
            let text = String(buffer: body)
            let secret = text.hasPrefix("token=") ? String(text.dropFirst(6)) : ""
            guard try desk.folder.tokens.reader(secret, at: DataFolder.now()) != nil else {
                return Reply.scriptedPage(SignInPage.html(hasFailed: true))
            }
            // Lax, so that a link in a mail opens signed in.
            return Response(
                status: .seeOther,
                headers: [.location: "/", .setCookie: ReadAccess.cookie(holding: secret)])
        }
    }
}
