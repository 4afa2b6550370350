import CanonicalJSON
import Foundation
import Reporting
import Rollout
import Testing

/// Rollouts of one id and title at two places are told apart wherever they appear together.
struct SeveralPlacesTests {
    private static let places = ["prod/checklists/sample.yaml", "test/checklists/sample.yaml"]

    private static func inputs() throws -> [ReportInput] {
        let asOf = try Make.instant("2025-10-02T06:00:00Z")
        let phase = Phase(id: "p", title: "Everybody", starts: try Make.range("2025-10-10"))
        let step = Make.step(
            "s", "A step", role: "desk", due: Due(phase: "p"),
            signOff: SignOffRule(roles: ["desk"]))
        return places.map { place in
            let checklist = Make.checklist(
                place: place, owner: "desk", timeline: [phase],
                roles: [
                    Role(id: "desk", title: "Service Desk", members: ["sam@example.com"])
                ], steps: [step])
            return Make.input(checklist.assessment(of: [], asOf: asOf))
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    /// The first part of a mail, as a reader sees it.
    private static func plainPart(of mail: [UInt8]) throws -> String {
        let parts = text(mail).split(separator: "Content-Transfer-Encoding: base64\r\n\r\n")
        let lines = try #require(parts.dropFirst().first?.split(separator: "\r\n--").first)
        let data = Data(base64Encoded: String(lines.filter { !$0.isNewline }))
        return text(Array(try #require(data)))
    }

    @Test(
        "every format that has several in one stream names both places",
        arguments: ReportFormats.all.map(\.name))
    func streams(_ format: String) throws {
        let format = try #require(ReportFormats.named(format))
        // A calendar folds its lines, and the catalogue's numbers are made from the places.
        let text = Self.text(format.stream(try Self.inputs())).replacing("\r\n ", with: "")
        for place in Self.places { #expect(text.contains(place), "\(format.name): \(text)") }
    }

    @Test("headings name the place where the names would be one, and only there")
    func headings() throws {
        let reports = try Self.inputs()
        let markdown = Self.text(MarkdownFormat().stream(reports))
        let github = Self.text(GitHubFormat().stream(reports))
        let portfolio = PortfolioPage.markdown(reports)
        let mail = DigestMail(
            to: "sam@example.com", from: "r@example.com", within: .seconds(30 * 86_400))
        let digest = try Self.plainPart(of: try #require(mail.bytes(reports)))
        for place in Self.places {
            #expect(markdown.contains("NO-GO: Sample in \(place)\n"), "\(markdown)")
            #expect(github.contains("title=NO-GO%3A Sample in \(place)::"), "\(github)")
            #expect(portfolio.contains("[Sample in \(place)](<"), "\(portfolio)")
            #expect(portfolio.contains("[sample in \(place)](<"), "\(portfolio)")
            #expect(digest.contains("Sample in \(place)"), "\(digest)")
        }
        let one = Self.text(MarkdownFormat().stream([reports[0]]))
        #expect(one.hasPrefix("# 🔴 NO-GO: Sample\n"), "\(one.prefix(200))")
        #expect(one.contains(" · `\(Self.places[0])` · as of "), "\(one.prefix(300))")
    }

    @Test("what stands by itself names its place, and is the same alone and among others")
    func files() throws {
        let reports = try Self.inputs()
        let html = HTMLFormat().render(reports).map { Self.text($0.bytes) }
        let junit = JUnitFormat().render(reports).map { Self.text($0.bytes) }
        let csv = CSVFormat().render(reports).map { Self.text($0.bytes) }
        for (number, place) in Self.places.enumerated() {
            #expect(html[number].contains("<title>NO-GO: Sample in \(place)</title>"))
            #expect(junit[number].contains("<testsuite name=\"sample in \(place)\""))
            #expect(csv[number].contains("\r\nsample,\(place),,2025-10-02T06:00:00Z,p,s,"))
            #expect(junit[number] == Self.text(JUnitFormat().stream([reports[number]])))
            #expect(html[number].contains("Sample in \(place)</h1>"), "\(html[number])")
        }
    }

    @Test("of two ledgers with one place, what was named tells the rollouts apart")
    func ledgers() throws {
        let sources = ["a/checklists/sample.yaml", "b/checklists/sample.yaml"]
        let assessment = try Self.inputs()[0].assessment
        let reports = sources.map { Make.input(assessment, source: $0) }
        let names = ReportName.stems(of: reports)
        #expect(Set(names).count == 2)
        for format in [HTMLFormat(), JUnitFormat(), CSVFormat(), PrometheusFormat()]
            as [any ReportFormat]
        {
            let files = format.render(reports).map { Self.text($0.bytes) }
            for (number, source) in sources.enumerated() {
                #expect(files[number].contains(source), "\(format.name): \(files[number])")
                #expect(!files[1 - number].contains(source), "\(format.name)")
                #expect(Self.text(format.stream(reports)).contains(source), "\(format.name)")
            }
        }
        let junit = Self.text(JUnitFormat().stream(reports))
        #expect(junit.contains("<testsuite name=\"sample in \(sources[0])\""), "\(junit)")
        let html = Self.text(HTMLFormat().stream(reports))
        #expect(html.contains("<title>NO-GO: Sample in \(sources[1])</title>"))
        #expect(html.contains("Sample in \(sources[1])</h1>"))
        let series = Self.text(PrometheusFormat().stream(reports)).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "} ").first }
        #expect(Set(series).count == series.count)
        let one = Self.text(PrometheusFormat().stream([reports[0]]))
        #expect(!one.contains("source="))
    }

    @Test("of two ledgers with one place, no event and no part of OSCAL has the number of another")
    func numbers() throws {
        let sources = ["a/checklists/sample.yaml", "b/checklists/sample.yaml"]
        let assessment = try Self.inputs()[0].assessment
        let reports = sources.map { Make.input(assessment, source: $0) }
        func uids(_ bytes: [UInt8]) -> [Substring] {
            Self.text(bytes).split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        let stream = uids(CalendarFormat().stream(reports))
        #expect(stream.count == 4 && Set(stream).count == 4, "\(stream)")
        #expect(stream == CalendarFormat().render(reports).flatMap { uids($0.bytes) })
        let oscal = OSCALFormat().render(reports).map { file in
            Set(Self.text(file.bytes).split(separator: "\n").filter { $0.contains("\"uuid\":") })
        }
        #expect(oscal[0].isDisjoint(with: oscal[1]), "\(oscal)")
        // Alone, and beside rollouts of other places, an event keeps its number.
        let alone = uids(CalendarFormat().stream([reports[0]]))
        #expect(alone == uids(CalendarFormat().stream(try Self.inputs())).prefix(2).map(\.self))
    }

    @Test("what is due says for every rollout what is to be known, also where nothing is due")
    func due() throws {
        let report = try EmergencyReport.input(isForecast: true)
        let json = DueTable(PortfolioFacts([report]), []).json
        let rollout = try #require(json["rollouts"]?.items?.first)
        #expect(json["tasks"]?.items?.isEmpty == true)
        #expect(rollout["forecast"] == true)
        #expect(rollout["verdict"] == "NO-GO")
        #expect(rollout["checklist"]?["place"] == "checklists/sample.yaml")
        #expect(
            rollout["caveats"]?.items?.compactMap { $0["text"]?.text } == report.caveatSentences)
    }
}
