import CLibPQ
import Glibc

/// Tells a server to give up what a connection waits for.
enum PostgresCancelling {
    /// Returns at once.
    ///
    /// libpq waits without end for a server that is stopped, and does so on a thread of its own. A connection is cancelled once, and none opens to a server that is stopped, so that there are few.
    static func begin(_ handle: OpaquePointer) {
        guard let cancel = PQgetCancel(handle) else { return }
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                let cancel = OpaquePointer(context)
                // What it says of an attempt that failed is of no use: the connection is given up anyway.
                var message = [CChar](repeating: 0, count: 256)
                _ = PQcancel(cancel, &message, CInt(message.count))
                PQfreeCancel(cancel)
                return nil
            }, UnsafeMutableRawPointer(cancel))
        guard failed == 0 else { return PQfreeCancel(cancel) }
        pthread_detach(thread)
    }
}
