/// Things that need each other: the circles among them, and an order for all of them.
struct DependencyGraph<Edge> {
    /// A way from one thing back to itself.
    struct Circle {
        /// The first is also the last.
        let nodes: [Int]
        /// The one whose need closes the circle.
        let from: Int
        let edge: Edge
    }

    /// One for each need that closes a circle.
    private(set) var circles: [Circle] = []
    /// Everything, each after what it needs; within a circle in any order.
    private(set) var order: [Int] = []

    private enum Mark { case new, open, done }

    /// Follows all needs once; in time that is linear in their number, and without recursion.
    init(count: Int, needs: (Int) -> [(target: Int, edge: Edge)]) {
        var marks = [Mark](repeating: .new, count: count)
        // Each entry: a thing, and the needs of it that are still to be followed.
        var path: [(node: Int, left: [(target: Int, edge: Edge)])] = []
        order.reserveCapacity(count)
        for root in 0..<count where marks[root] == .new {
            marks[root] = .open
            path.append((root, needs(root).reversed()))
            while let top = path.indices.last {
                guard let need = path[top].left.popLast() else {
                    marks[path[top].node] = .done
                    order.append(path[top].node)
                    path.removeLast()
                    continue
                }
                switch marks[need.target] {
                case .new:
                    marks[need.target] = .open
                    path.append((need.target, needs(need.target).reversed()))
                case .done: break
                case .open:
                    let start = path.lastIndex { $0.node == need.target } ?? 0
                    circles.append(
                        Circle(
                            nodes: path[start...].map(\.node) + [need.target],
                            from: path[top].node, edge: need.edge))
                }
            }
        }
    }
}
