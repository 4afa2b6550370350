import Foundation

/// The kinds of sockets as Linux numbers them, for `socket(2)` and `getaddrinfo(3)`.
///
/// The header that names them belongs to no module: which file sees the names depends on the C
/// modules that the compiler happened to load before. The numbers are part of Linux's interface.
enum SocketKind {
    /// `SOCK_STREAM`.
    static let stream: Int32 = 1
    /// `SOCK_DGRAM`.
    static let datagram: Int32 = 2
    /// `SOCK_NONBLOCK`, which is `O_NONBLOCK`.
    static let nonBlocking: Int32 = O_NONBLOCK
    /// `SOCK_CLOEXEC`, which is `O_CLOEXEC`.
    static let closedOnExec: Int32 = O_CLOEXEC
}
