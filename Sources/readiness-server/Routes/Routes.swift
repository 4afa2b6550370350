import Hummingbird

/// Which path leads to what.
enum Routes {
    static func router(_ desk: Desk) -> Router<ServerContext> {
        let router = paths(desk)
        WrongMethod.add(to: router)
        return router
    }

    /// The paths without what answers other methods.
    static func paths(_ desk: Desk) -> Router<ServerContext> {
        let router = Router(context: ServerContext.self, options: [.autoGenerateHeadEndpoints])
        router.add(middleware: RequestCount(metrics: desk.metrics))
        router.add(middleware: ErrorShield(logger: desk.logger))
        router.add(middleware: ExpectedContinue())
        router.add(middleware: PathGuard())
        router.add(middleware: KnownParameters())
        router.add(middleware: RateLimit(desk.limits))
        WatchRoutes.addPublic(to: router, desk)
        LogRoutes.addPublic(to: router, desk)
        StatementRoutes.add(to: router, desk)
        SignInRoutes.add(to: router, desk)
        PartRoutes.add(to: router)
        BrowserRoutes.addPublic(to: router, desk)
        let reading = router.group().add(
            middleware: ReadAccess(tokens: desk.folder.tokens, browser: desk.browser))
        LogRoutes.add(to: reading, desk)
        EvidenceRoutes.add(to: reading, desk)
        RolloutRoutes.add(to: reading, desk)
        BrowserRoutes.add(to: reading, desk)
        EntryRoutes.add(to: reading, desk)
        TextRoutes.add(to: reading, desk)
        PageRoutes.add(to: reading, desk)
        LogPageRoutes.add(to: reading, desk)
        EventRoutes.add(to: reading, desk)
        WatchRoutes.add(to: reading, desk)
        return router
    }
}
