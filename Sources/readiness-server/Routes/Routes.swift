import Hummingbird

/// Which path leads to what.
enum Routes {
    static func router(_ desk: Desk) -> Router<ServerContext> {
        let router = Router(context: ServerContext.self)
        router.add(middleware: RequestCount(metrics: desk.metrics))
        router.add(middleware: ErrorShield(logger: desk.logger))
        router.add(middleware: RateLimit(desk.limits))
        WatchRoutes.addPublic(to: router, desk)
        LogRoutes.addPublic(to: router, desk)
        StatementRoutes.add(to: router, desk)
        SignInRoutes.add(to: router, desk)
        let reading = router.group().add(middleware: ReadAccess(tokens: desk.folder.tokens))
        LogRoutes.add(to: reading, desk)
        EvidenceRoutes.add(to: reading, desk)
        RolloutRoutes.add(to: reading, desk)
        WatchRoutes.add(to: reading, desk)
        return router
    }
}
