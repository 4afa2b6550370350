import Foundation
import Reporting
import Testing

/// The page that needs nothing beside it.
struct HTMLPageTests {
    private static func page() throws -> String { HTMLFormat().text(try SampleReport().input()) }

    @Test("it loads nothing, runs nothing, and says what it is")
    func selfContained() throws {
        let page = try Self.page()
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        for word in ["<script", "<link", "<img", "url(", "@import", "src="] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("default-src 'none'"))
        #expect(page.contains("@media print"))
        #expect(page.contains("prefers-color-scheme: dark"))
        #expect(page.contains("role=\"img\" aria-label=\"Timeline\""))
        let anchors = page.matches(of: /href="#([a-z0-9-]+)"/).map { String($0.output.1) }
        #expect(!anchors.isEmpty)
        for anchor in anchors { #expect(page.contains(" id=\"\(anchor)\""), "\(anchor)") }
    }

    @Test("every pair of colours has a contrast of at least 4.5 to 1, in light and in dark")
    func contrast() throws {
        let page = try Self.page()
        let themes = page.matches(of: /:root \{([^}]*)\}/).map { String($0.output.1) }
        #expect(themes.count == 2)
        for theme in themes {
            var colours: [String: Double] = [:]
            for match in theme.matches(of: /--([a-z-]+): #([0-9a-f]{6})/) {
                colours[String(match.output.1)] = Self.luminance(String(match.output.2))
            }
            for ground in ["paper", "shade"] {
                let back = try #require(colours[ground])
                for ink in ["ink", "quiet", "link", "go", "conditional", "no-go"] {
                    let front = try #require(colours[ink])
                    let ratio = (max(front, back) + 0.05) / (min(front, back) + 0.05)
                    #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
                }
            }
        }
    }

    /// As WCAG 2.2 defines it.
    private static func luminance(_ hex: String) -> Double {
        let number = Int(hex, radix: 16) ?? 0
        let parts = [number >> 16, number >> 8, number].map { part -> Double in
            let value = Double(part & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
