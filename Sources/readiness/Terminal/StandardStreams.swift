import Foundation

/// Makes standard input, output and error safe to use, whatever the caller did to them.
enum StandardStreams {
    /// Called once, before anything is opened.
    static func prepare() {
        // A reader that goes away must not end a run between two entries; the write fails instead.
        signal(SIGPIPE, SIG_IGN)
        // The next file that is opened takes the lowest free number. Were one of these free, that
        // file could be the ledger, and messages would go into it. What stands in for a closed
        // stream refuses to be used, so that a result that nobody gets is still a failure.
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
        where fcntl(stream, F_GETFD) < 0 && errno == EBADF {
            _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}
