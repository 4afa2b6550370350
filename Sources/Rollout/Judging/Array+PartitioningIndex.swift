extension Array {
    /// The first place whose element belongs to the second part, where all of the first part come
    /// before all of the second.
    func partitioningIndex(_ isInSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
