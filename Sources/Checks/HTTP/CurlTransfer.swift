import CLibCurl

/// One request to be made by libcurl: its settings, and what drives it.
final class CurlTransfer {
    /// What came of driving a transfer.
    enum Ending {
        case done(CURLcode)
        /// The deadline was over first.
        case timedOut
    }

    private let library: CurlLibrary
    private let easy: UnsafeMutableRawPointer
    private let multi: UnsafeMutableRawPointer
    private var list: UnsafeMutablePointer<curl_slist>?
    private var lists: [UnsafeMutablePointer<curl_slist>] = []
    private let text: UnsafeMutablePointer<CChar>
    /// Whom the library calls back; it goes after all that may call it.
    var owner: AnyObject?
    /// A setting that the library does not know.
    private(set) var isTooOld = false

    /// Nil where no memory is left.
    init?(_ library: CurlLibrary) {
        guard let easy = library.functions.easy_init() else { return nil }
        guard let multi = library.functions.multi_init() else {
            library.functions.easy_cleanup(easy)
            return nil
        }
        (self.library, self.easy, self.multi) = (library, easy, multi)
        text = .allocate(capacity: Int(CURL_ERROR_SIZE))
        text.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        set(CURLOPT_ERRORBUFFER, pointer: text)
    }

    deinit {
        // The connection lives in the handle of several, which must go last.
        library.functions.easy_cleanup(easy)
        _ = library.functions.multi_cleanup(multi)
        for list in lists { library.functions.slist_free_all(list) }
        text.deallocate()
    }

    func set(_ option: CURLoption, _ value: Int) {
        note(with { clibcurl_set_number($0, easy, option, value) })
    }

    /// The library keeps a copy of the text.
    func set(_ option: CURLoption, _ value: String) {
        note(with { clibcurl_set_text($0, easy, option, value) })
    }

    /// What is behind the pointer must outlive the transfer, but for bytes that are copied.
    func set(_ option: CURLoption, pointer value: UnsafeMutableRawPointer?) {
        note(with { clibcurl_set_pointer($0, easy, option, value) })
    }

    func set(_ option: CURLoption, lines: [String]) {
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = library.functions.slist_append(list, line) ?? list }
        guard let list else { return }
        lists.append(list)
        set(option, pointer: list)
    }

    func set(_ option: CURLoption, writer: @escaping curl_write_callback) {
        note(with { clibcurl_set_writer($0, easy, option, writer) })
    }

    func set(
        opener: @escaping curl_opensocket_callback, closer: @escaping curl_closesocket_callback
    ) {
        note(with { clibcurl_set_opener($0, easy, CURLOPT_OPENSOCKETFUNCTION, opener) })
        note(with { clibcurl_set_closer($0, easy, CURLOPT_CLOSESOCKETFUNCTION, closer) })
    }

    func set(context: @escaping curl_ssl_ctx_callback) {
        note(with { clibcurl_set_context($0, easy, CURLOPT_SSL_CTX_FUNCTION, context) })
    }

    func set(gate: @escaping curl_prereq_callback) {
        note(with { clibcurl_set_gate($0, easy, CURLOPT_PREREQFUNCTION, gate) })
    }

    private func with<Value>(_ body: (UnsafePointer<clibcurl>) -> Value) -> Value {
        withUnsafePointer(to: library.functions, body)
    }

    private func note(_ code: CURLcode) {
        if code != CURLE_OK { isTooOld = true }
    }

    /// Drives the transfer to its end, or to that of the deadline.
    func run(_ deadline: Deadline) -> Ending {
        let functions = library.functions
        guard functions.multi_add_handle(multi, easy) == CURLM_OK else {
            return .done(CURLE_FAILED_INIT)
        }
        defer { _ = functions.multi_remove_handle(multi, easy) }
        while true {
            var running: Int32 = 0
            guard functions.multi_perform(multi, &running) == CURLM_OK else {
                return .done(CURLE_FAILED_INIT)
            }
            if running == 0 { break }
            if deadline.isOver { return .timedOut }
            _ = functions.multi_poll(multi, nil, 0, deadline.slice, nil)
        }
        var waiting: Int32 = 0
        guard let message = functions.multi_info_read(multi, &waiting),
            message.pointee.msg == CURLMSG_DONE
        else { return .done(CURLE_FAILED_INIT) }
        return .done(message.pointee.data.result)
    }

    /// What the library says of its failure; often empty.
    var failureText: String { String(cString: text) }

    func number(_ info: CURLINFO) -> Int { with { clibcurl_number($0, easy, info) } }

    /// Milliseconds since the transfer began.
    func milliseconds(_ info: CURLINFO) -> Int {
        Int(with { clibcurl_time($0, easy, info) }) / 1000
    }

    /// The words of the library for a failure.
    func words(_ code: CURLcode) -> String {
        library.functions.easy_strerror(code).map { String(cString: $0) } ?? "unknown error"
    }
}
