import CLibCurl

/// The cookies of requests that lead from one to the next, kept by libcurl with all of its rules.
final class CurlCookies {
    let pointer: UnsafeMutableRawPointer
    private let library: CurlLibrary

    /// Nil where no memory is left.
    init?(_ library: CurlLibrary) {
        guard let pointer = library.functions.share_init() else { return nil }
        (self.pointer, self.library) = (pointer, library)
        _ = withUnsafePointer(to: library.functions) { clibcurl_share_cookies($0, pointer) }
    }

    deinit { _ = library.functions.share_cleanup(pointer) }
}
