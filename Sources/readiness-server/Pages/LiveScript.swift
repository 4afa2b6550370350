/// The script of every page: it says when the ledger has newer entries than the page.
///
/// It takes nothing from what it is told but a number, and writes texts alone.
enum LiveScript {
    static let text = """
        "use strict";
        const meta = document.querySelector('meta[name="readiness-size"]');
        const known = Number(meta && meta.content);
        if (meta && window.EventSource) {
          const events = new EventSource("/events");
          let note = null;
          events.addEventListener("entries", (event) => {
            const size = Number(event.lastEventId);
            if (!Number.isSafeInteger(size) || size <= known) return;
            if (!note) {
              note = document.createElement("p");
              note.className = "newer";
              note.setAttribute("role", "status");
              document.querySelector("main").append(note);
            }
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = "Show them";
            button.addEventListener("click", () => location.reload());
            const count = size - known;
            const words = count === 1 ? "1 newer entry is" : count + " newer entries are";
            note.replaceChildren(words + " on record than this page shows. ", button);
          });
          addEventListener("pagehide", () => events.close());
        }

        """
}
