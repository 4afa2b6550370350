import Hummingbird

/// Which path leads to what.
enum Routes {
    static func router(_ desk: Desk) -> Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        router.add(middleware: ErrorShield(logger: desk.logger))
        router.get("/health") { _, _ in Reply.text("ok\n") }
        LogRoutes.addPublic(to: router, desk)
        StatementRoutes.add(to: router, desk)
        SignInRoutes.add(to: router, desk)
        BrowserRoutes.addPublic(to: router, desk)
        let reading = router.group().add(
            middleware:
                ReadAccess(tokens: desk.folder.tokens, browser: desk.browser))
        LogRoutes.add(to: reading, desk)
        EvidenceRoutes.add(to: reading, desk)
        RolloutRoutes.add(to: reading, desk)
        BrowserRoutes.add(to: reading, desk)
        return router
    }
}
