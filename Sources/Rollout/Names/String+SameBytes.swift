import Glibc

extension String {
    /// The same bytes: equality of strings alone passes over how a letter is put together.
    func isSame(as other: String) -> Bool {
        let lying = utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { their in
                guard let left = own.baseAddress, let right = their.baseAddress else {
                    return own.count == their.count
                }
                return own.count == their.count && memcmp(left, right, own.count) == 0
            }
        }
        // The bytes of a string of another language may not lie together.
        return (lying ?? nil) ?? utf8.elementsEqual(other.utf8)
    }
}
