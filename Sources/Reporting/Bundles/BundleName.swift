/// How the files of a bundle are named by the numbers of entries.
package enum BundleName {
    /// The number of an entry, in six digits or more.
    package static func number(_ sequence: Int) -> String {
        let digits = String(sequence)
        return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    }
}
