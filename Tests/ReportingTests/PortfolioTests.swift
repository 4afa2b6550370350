import Reporting
import Rollout
import Testing

struct PortfolioTests {
    @Test("what is due first comes first, with whom to call")
    func tasks() throws {
        let reports = try [CrowdedReport(seed: 1), CrowdedReport(seed: 2)].map { try $0.input() }
        let facts = PortfolioFacts(reports)
        let dues = facts.tasks.map { facts.step($0).dueLapses }
        #expect(dues == dues.sorted())
        #expect(
            facts.tasks.count
                == reports.map { report in
                    report.assessment.steps.count { !$0.status.isSettled }
                }.reduce(0, +))
        let anna = facts.tasks(people: ["anna@example.com"])
        #expect(!anna.isEmpty && anna.allSatisfy { $0.call.role == "a" })
        #expect(facts.tasks(roles: ["none"]).isEmpty)
        let soon = facts.tasks(within: .seconds(86_400))
        #expect(!soon.isEmpty && soon.count < facts.tasks.count)
        let lines = DueTable(facts, anna).lines(width: .max, colour: false)
        #expect(lines.count == anna.count + 2)
        #expect(lines.last?.hasPrefix("Times are in ") == true)
        #expect(lines.dropFirst().dropLast().allSatisfy { $0.contains("anna@example.com") })
        #expect(
            DueTable(facts, []).lines(width: 80, colour: false) == [
                "No open step fits. 2 rollouts of 2 not GO."
            ])
    }

    @Test("the page names each rollout once with its file, by week, and every role with work")
    func page() throws {
        let reports = try TargetReports.inputs()
        let text = PortfolioPage.markdown(reports)
        for name in ReportName.stems(of: reports) {
            #expect(text.contains("](<\(name).md>)"), "\(name)")
        }
        #expect(
            text.hasPrefix(
                "# Portfolio: 5 rollouts\n\n🔴 3 **NO-GO** · 🟡 1 **CONDITIONAL** · 🟢 1 **GO**"))
        #expect(text.contains("## Overdue"))
        #expect(text.contains("## By role"))
        #expect(PortfolioPage.file(reports, as: "html")?.name == "index.html")
        #expect(PortfolioPage.file(reports, as: "csv") == nil)
        let names = ReportName.stems(of: reports).map { "\($0).csv" }
        let beside = PortfolioPage.file(reports, linking: names)
        #expect(beside.name == "README.md")
        let lines = String(decoding: beside.bytes, as: UTF8.self)
        for name in names { #expect(lines.contains("](<\(name)>)"), "\(name)") }
    }

    @Test("a page is known from a README of somebody else")
    func mark() throws {
        for reports in [try TargetReports.inputs(), [try EmergencyReport.input(isForecast: true)]] {
            #expect(PortfolioPage.isPage(Array(PortfolioPage.markdown(reports).utf8)))
            let page = try #require(PortfolioPage.file(reports, as: "html"))
            #expect(PortfolioPage.isPage(page.bytes))
        }
        for foreign in [
            "# Portfolio: my paintings\n\nOf 2025 · as of today\n",
            "# Portfolio: 3 rollouts\n\nA text of mine.\n", "# Portfolio: 03 rollouts\n",
            "# Portfolio: 3 rollouts of mine\n\n🔴 1 · as of 2025-01-01\n",
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<title>Portfolio</title>\n", "",
        ] {
            #expect(!PortfolioPage.isPage(Array(foreign.utf8)), "\(foreign)")
        }
    }

    @Test("a mail is for one person, and there is none where there is nothing to tell")
    func mail() throws {
        let report = try CrowdedReport(seed: 1).input()
        let mail = DigestMail(
            to: "anna@example.com", from: "r@example.com", within: .seconds(86_400))
        let text = String(decoding: try #require(mail.bytes([report])), as: UTF8.self)
        #expect(
            text.hasPrefix(
                "From: <r@example.com>\r\nTo: <anna@example.com>\r\nSubject: Readiness: "))
        #expect(text.contains("\r\nDate: Sun, 5 Oct 2025 06:00:00 +0000\r\n"))
        #expect(text.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"))
        #expect(text.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"))
        #expect(mail.bytes([report]) == mail.bytes([report]))
        let stranger = DigestMail(to: "x@example.com", from: "r@example.com", within: .seconds(1))
        #expect(stranger.bytes([report]) == nil)
        #expect(stranger.bytes([]) == nil)
    }
}
