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
    init?(_ text: String, ignoresCase: Bool = false) {
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
                bytes, bytes.count, Self.options | (ignoresCase ? UInt32(PCRE2_CASELESS) : 0),
                &error, &place, context)
        else { return nil }
        self.code = code
    }

    deinit { pcre2_code_free_8(code) }

    /// Looks for the first match.
    func search(_ text: [UInt8], until deadline: Deadline) -> TextPattern.Search {
        run(text, until: deadline) { result, _ in
            // 0 is a match with more groups than there was room for.
            if result >= 0 { return .found }
            return result == PCRE2_ERROR_NOMATCH ? .absent : .abandoned
        } ?? .abandoned
    }

    /// Looks for the first match, and takes its first group out of the text, or all of it where the
    /// expression has no group.
    func capture(_ text: [UInt8], until deadline: Deadline) -> TextPattern.Capture {
        var groups: UInt32 = 0
        guard pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups) == 0 else {
            return .abandoned
        }
        let pair = groups > 0 ? 1 : 0
        return run(text, until: deadline) { result, data in
            guard result >= 0 else {
                return result == PCRE2_ERROR_NOMATCH ? .absent : .abandoned
            }
            // A group that took no part in the match has no place.
            guard result == 0 || Int(result) > pair, let places = pcre2_get_ovector_pointer_8(data)
            else { return .absent }
            let (start, end) = (places[2 * pair], places[2 * pair + 1])
            return start >= 0 && start <= end && end <= text.count
                ? .found(Array(text[start..<end])) : .absent
        } ?? .abandoned
    }

    /// Searches within the limits; nil where that could not be begun.
    private func run<Result>(
        _ text: [UInt8], until deadline: Deadline, _ read: (Int32, OpaquePointer) -> Result
    ) -> Result? {
        guard let data = pcre2_match_data_create_8(2, nil) else { return nil }
        defer { pcre2_match_data_free_8(data) }
        guard let context = pcre2_match_context_create_8(nil) else { return nil }
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
        return read(result, data)
    }
}
