import Hummingbird
import Operations

/// What is known of a request on its way.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Whose token came with it; nil without one.
    var reader: String?
    /// Who is signed in with a passkey; nil for nobody.
    var session: BrowserSession?

    init(source: Source) { coreContext = .init(source: source) }
}
