import Fields
import Testing

struct NearestNameTests {
    @Test(
        "The nearest name is the one that was probably meant",
        arguments: [
            ("staus", "status"), ("titel", "title"), ("TITLE", "title"), ("stauts", "status"),
            ("x", nil), ("completely", nil), ("", nil), ("titlesandmore", nil), ("größe", "größe"),
        ])
    func nearest(name: String, meant: String?) {
        #expect(NearestName.nearest(to: name, among: ["title", "status", "größe", "id"]) == meant)
    }

    @Test("Where none is near, a short list is told")
    func list() {
        #expect(NearestName.suggestion(for: "zzz", among: ["a", "b"]) == "there are: a, b")
        #expect(NearestName.suggestion(for: "zzz", among: ["abc"]) == "the only one is: abc")
        #expect(NearestName.suggestion(for: "zzz", among: []) == nil)
        #expect(
            NearestName.suggestion(for: "zzz", among: (0..<25).map { "name\($0)" }) == nil)
    }

    @Test("A domain that many addresses have in common makes no name near")
    func addresses() {
        let people = ["ines@example.com", "ivan@example.com"]
        #expect(NearestName.nearest(to: "olga@example.com", among: people) == nil)
        #expect(NearestName.nearest(to: "inse@example.com", among: people) == "ines@example.com")
    }
}
