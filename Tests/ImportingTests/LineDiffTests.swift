import Importing
import Testing

@Suite("Differences of texts")
struct LineDiffTests {
    /// What a unified difference makes of a text; nil where it does not fit.
    private static func patched(_ old: [String], _ difference: String) -> [String]? {
        var new: [String] = []
        var place = 0
        for line in LineDiff.lines(of: difference).dropFirst(2).dropLast() {
            if line.hasPrefix("@@ -") {
                let start = line.dropFirst(4).prefix { $0 != "," }
                guard let number = Int(start), number - 1 >= place else { return nil }
                new += old[place..<(number - 1)]
                place = number - 1
            } else if line.hasPrefix("+") {
                new.append(String(line.dropFirst()))
            } else {
                guard place < old.count, old[place] == line.dropFirst() else { return nil }
                if line.hasPrefix(" ") { new.append(old[place]) }
                place += 1
            }
        }
        return new + old[place...]
    }

    /// Lines of which many are alike, in an order that is the same on every machine.
    private static func lines(_ count: Int, seed: Int, kinds: Int) -> [String] {
        var state = UInt64(seed)
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return "line \((state >> 33) % UInt64(kinds))"
        }
    }

    @Test("say how the one becomes the other", arguments: [2, 30, 900, 100_000])
    func patches(_ kinds: Int) {
        for (old, new) in [(0, 5), (5, 0), (40, 60), (700, 900), (1500, 1400)] {
            let (left, right) = (
                Self.lines(old, seed: 1, kinds: kinds), Self.lines(new, seed: 2, kinds: kinds)
            )
            let difference = LineDiff.unified(left, right, path: "a")
            #expect(Self.patched(left, difference) == right, "\(old) \(new)")
            let mixed = left.prefix(old / 2) + right + left.suffix(old / 2)
            #expect(
                Self.patched(left, LineDiff.unified(left, Array(mixed), path: "a")) == Array(mixed))
        }
    }

    @Test(
        "of many lines with many changes take little time, whatever is changed",
        .timeLimit(.minutes(2)))
    func many() {
        let old = (0..<100_000).map { $0 % 5 == 4 ? "sign-off: {}" : "line \($0)" }
        let every = old.enumerated().map { $0 % 5 == 2 ? "\($1) changed" : $1 }
        #expect(Self.patched(old, LineDiff.unified(old, every, path: "a")) == every)
        let unlike = Self.lines(100_000, seed: 3, kinds: 7)
        #expect(Self.patched(old, LineDiff.unified(old, unlike, path: "a")) == unlike)
        let reversed = Array(old.reversed())
        #expect(Self.patched(old, LineDiff.unified(old, reversed, path: "a")) == reversed)
    }

    @Test("of texts that look the same and are not are differences")
    func forms() {
        #expect(LineDiff.unified(["e\u{301}"], ["\u{e9}"], path: "a").contains("\n-e\u{301}\n"))
        #expect(LineDiff.unified(["a"], ["a"], path: "a").isEmpty)
    }
}
