import Dispatch
import Foundation
import Synchronization

/// Questions on stderr, and the lines of stdin that answer them.
///
/// A signal that comes while a question is open ends the program with a clean line; one that comes
/// while something is done waits for the next question, so that nothing is left half done.
final class Interview {
    private let attention = Attention()
    private let sources: [any DispatchSourceSignal]
    /// Whether answers are shown as they are typed.
    private let isEchoed = isatty(STDIN_FILENO) == 1

    init() {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [attention] in attention.interrupt() }
            source.resume()
        }
    }

    deinit { sources.forEach { $0.cancel() } }

    /// The answer without blanks around it; nil where the input has ended.
    func ask(_ question: String) -> String? {
        attention.begin()
        Terminal.draw("\(question) ")
        let line = readLine()
        attention.end()
        if line == nil || !isEchoed { Terminal.draw("\n") }
        return line.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// Whether a question is open, and whether a signal came.
    private final class Attention: Sendable {
        private struct State {
            var isAsking = false
            var isInterrupted = false
        }

        private let state = Mutex(State())

        func begin() {
            state.withLock { state in
                if state.isInterrupted { ExitStatus.leave(.interrupted) }
                state.isAsking = true
            }
        }

        func end() { state.withLock { $0.isAsking = false } }

        func interrupt() {
            state.withLock { state in
                state.isInterrupted = true
                guard state.isAsking else { return }
                Terminal.draw("\n")
                ExitStatus.leave(.interrupted)
            }
        }
    }
}
