/// What is said in plain bytes between dialling and TLS: a dialogue that ends in STARTTLS, or the
/// request to a proxy.
package protocol Preamble: Sendable {
    /// Speaks until what follows may begin, within the deadline of the connection.
    ///
    /// Throws `refused` where the other side says that it may not.
    func speak(over connection: Connection) throws(ExchangeFailure)
}
