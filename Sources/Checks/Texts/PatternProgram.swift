import CLibPCRE2

/// A compiled regular expression; it belongs to whoever compiled it.
struct PatternProgram: ~Copyable {
    /// Counts the steps of one search and looks at the time now and then.
    private final class Watch {
        /// As many steps as take about a second.
        private static let limit = 20_000_000
        private let deadline: Deadline
        private var steps = 0

        init(_ deadline: Deadline) {
            self.deadline = deadline
        }

        /// One step more; false where the search is to end.
        func goOn() -> Bool {
            steps += 1
            guard steps.isMultiple(of: 64) else { return true }
            return steps < Self.limit && !deadline.isOver
        }
    }

    private let code: OpaquePointer

    /// At most 16 MiB for what a search keeps of the ways back: in KiB.
    private static let heapLimit: UInt32 = 16 << 10

    /// A callout before each step lets the watch end a search; `\C` would break characters apart.
    private static let options =
        UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_MULTILINE)
        | UInt32(PCRE2_AUTO_CALLOUT) | UInt32(PCRE2_NEVER_BACKSLASH_C)

    /// Nil where the text is no regular expression, or not within the limits.
    init?(_ text: String) {
        guard text.utf8.count <= TextPattern.lengthLimit,
            let context = pcre2_compile_context_create_8(nil)
        else { return nil }
        defer { pcre2_compile_context_free_8(context) }
        // `$` also stands before CR LF.
        pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
        pcre2_set_parens_nest_limit_8(context, TextPattern.nestingLimit)
        let bytes = Array(text.utf8)
        var (error, place): (Int32, Int) = (0, 0)
        guard
            let code = pcre2_compile_8(
                bytes, bytes.count, Self.options, &error, &place, context)
        else { return nil }
        self.code = code
    }

    deinit { pcre2_code_free_8(code) }

    /// Looks for the first match.
    func search(_ text: [UInt8], until deadline: Deadline) -> TextPattern.Search {
        guard let data = pcre2_match_data_create_8(1, nil) else { return .abandoned }
        defer { pcre2_match_data_free_8(data) }
        guard let context = pcre2_match_context_create_8(nil) else { return .abandoned }
        defer { pcre2_match_context_free_8(context) }
        pcre2_set_heap_limit_8(context, Self.heapLimit)
        let watch = Watch(deadline)
        let result = withExtendedLifetime(watch) {
            let told = Unmanaged.passUnretained(watch).toOpaque()
            pcre2_set_callout_8(
                context,
                { _, told in
                    guard let told else { return PCRE2_ERROR_CALLOUT }
                    let watch = Unmanaged<Watch>.fromOpaque(told).takeUnretainedValue()
                    return watch.goOn() ? 0 : PCRE2_ERROR_CALLOUT
                }, told)
            return pcre2_match_8(code, text, text.count, 0, 0, data, context)
        }
        // 0 is a match with more groups than there was room for.
        if result >= 0 { return .found }
        return result == PCRE2_ERROR_NOMATCH ? .absent : .abandoned
    }
}
