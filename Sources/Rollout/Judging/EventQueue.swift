/// Events in order of their moments: a binary heap.
struct EventQueue<Event> {
    private var heap: [(at: Instant, event: Event)] = []

    /// The moment of the earliest event.
    var next: Instant? { heap.first?.at }

    mutating func add(_ event: Event, at instant: Instant) {
        heap.append((instant, event))
        var child = heap.count - 1
        while child > 0, heap[child].at < heap[(child - 1) / 2].at {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes an event of this moment out; nil where there is none left.
    mutating func take(at instant: Instant) -> Event? {
        guard let first = heap.first, first.at == instant else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, heap[child + 1].at < heap[child].at { child += 1 }
            guard heap[child].at < heap[parent].at else { break }
            heap.swapAt(child, parent)
            parent = child
        }
        return first.event
    }
}
