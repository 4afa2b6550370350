import ArgumentParser
import Operations

/// Reads `KEY=ADDRESS` of a witness.
enum WitnessArgument {
    static func read(_ text: String) throws -> Witness {
        do throws(Witness.Mistake) {
            return try Witness(text)
        } catch {
            throw ValidationError("--witness takes the key of a witness and its address: \(error).")
        }
    }
}
