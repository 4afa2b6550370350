import Hummingbird
import NIOCore
import Operations

/// What is known of a request on its way.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Whose token came with it; nil without one.
    var reader: String?
    /// Who is signed in with a passkey; nil for nobody.
    var session: BrowserSession?
    /// The parameters that came with it.
    var query = Query.none

    /// Who reads, by token or by passkey: what is counted for each is counted by this.
    var identity: String { reader ?? session.map { "passkey \($0.person)" } ?? "" }

    /// The connection.
    let channel: any Channel

    /// Who is at the other end of it.
    var peer: SocketAddress? { channel.remoteAddress }

    init(source: Source) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}
