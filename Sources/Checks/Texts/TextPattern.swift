import Foundation
import Synchronization

/// A regular expression as its text, known to be one.
///
/// `Regex` itself cannot be shared between tasks, so that it is made again where it is used.
package struct TextPattern: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    /// How long one search may take: an expression that backtracks can take for ever.
    private static let limit: DispatchTimeInterval = .seconds(2)

    /// Nil where the text is not a regular expression.
    package init?(_ text: String) {
        guard (try? Regex<AnyRegexOutput>(text)) != nil else { return nil }
        description = text
    }

    /// Whether the expression matches anywhere in a text; `^` and `$` also stand at its lines.
    ///
    /// Nil where that could not be found out within two seconds. A search cannot be stopped, so
    /// that its thread is then left to itself and ends with the program at the latest.
    package func matches(in text: String) -> Bool? {
        let found = Found()
        let thread = Thread { found.settle(search(text)) }
        thread.stackSize = 8 << 20
        thread.start()
        return found.value(within: Self.limit)
    }

    private func search(_ text: String) -> Bool? {
        guard let expression = try? Regex<AnyRegexOutput>(description) else { return nil }
        // Comparing scalars finds what the bytes say, also where a combining mark follows.
        let strict = expression.anchorsMatchLineEndings().matchingSemantics(.unicodeScalar)
        do {
            return try strict.firstMatch(in: text) != nil
        } catch {
            return nil
        }
    }

    /// What a search found, handed from its thread to the one that waits.
    private final class Found: Sendable {
        private let answer = Mutex<Bool?>(nil)
        private let isSettled = DispatchSemaphore(value: 0)

        func settle(_ value: Bool?) {
            answer.withLock { $0 = value }
            isSettled.signal()
        }

        func value(within time: DispatchTimeInterval) -> Bool? {
            guard isSettled.wait(timeout: .now() + time) == .success else { return nil }
            return answer.withLock { $0 }
        }
    }
}
