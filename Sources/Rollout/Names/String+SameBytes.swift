extension String {
    /// The same bytes: equality of strings alone passes over how a letter is put together.
    func isSame(as other: String) -> Bool {
        self == other && utf8.elementsEqual(other.utf8)
    }
}
