import HTTPTypes
import Hummingbird
import Operations
import Reporting

/// A page that takes the token of a person who reads in a browser.
enum SignInRoutes {
    static func add(to router: Router<ServerContext>, _ desk: Desk) {
        router.get("/sign-in") { _, _ in Reply.page(SignInPage.html(hasFailed: false)) }
        router.post("/sign-in") { request, _ in
            guard ReadAccess.isOwn(request) else {
                throw Problem("origin", "Sign in on the page of this server.", .forbidden)
            }
            let body = try await LimitedBody(
                request, type: "application/x-www-form-urlencoded", upTo: 4096
            ).bytes()
            let text = String(decoding: body, as: UTF8.self)
            guard text.hasPrefix("token=") else {
                throw Problem("form", "The form has a token.", .badRequest)
            }
            let secret = String(text.dropFirst(6))
            guard try await desk.folder.tokens.reader(secret, at: DataFolder.now()) != nil else {
                return Reply.page(SignInPage.html(hasFailed: true))
            }
            // Lax, so that a link in a mail opens signed in.
            return Response(
                status: .seeOther,
                headers: [.location: "/", .setCookie: ReadAccess.cookie(holding: secret)])
        }
    }
}
