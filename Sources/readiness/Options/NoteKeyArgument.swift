import ArgumentParser
import Attestation

/// A public key on the command line: `NAME+ID+KEY`.
enum NoteKeyArgument {
    static func read(_ text: String) throws -> NoteKey {
        do throws(NoteError) {
            return try NoteKey(text)
        } catch {
            throw ValidationError("\(text): \(error).")
        }
    }
}
