import Hummingbird

/// What is known of a request on its way.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Whose token came with it; nil without one.
    var reader: String?

    init(source: Source) { coreContext = .init(source: source) }
}
