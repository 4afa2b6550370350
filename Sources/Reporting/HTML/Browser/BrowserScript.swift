/// The one script of the server's pages.
///
/// It writes text and never HTML, asks the server alone, and computes what a passkey signs from the text
/// that the page shows.
package enum BrowserScript {
    package static let path = "/browser.js"

    package static let text = #"""
        "use strict";
        (() => {
          const mediaType = "application/vnd.readiness.browser+json";
          const element = name => document.getElementById(name);

          const encode = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
            .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
          const decode = text => Uint8Array.from(
            atob(text.replaceAll("-", "+").replaceAll("_", "/")), letter => letter.charCodeAt(0));
          const hexadecimal = buffer => Array.from(
            new Uint8Array(buffer), byte => byte.toString(16).padStart(2, "0")).join("");

          const ask = async (path, message) => {
            const answer = await fetch(path, {
              method: "POST", headers: { "Content-Type": mediaType }, body: JSON.stringify(message),
              credentials: "same-origin", redirect: "error", cache: "no-store",
            });
            const value = await answer.json();
            if (!answer.ok) throw new Error(value.message);
            return value;
          };

          // What SSH signs for a purpose (PROTOCOL.sshsig): the name of the hash and the hash of the text.
          const signedBytes = async (text, purpose) => {
            const encoder = new TextEncoder();
            const digest = await crypto.subtle.digest("SHA-512", encoder.encode(text));
            const bytes = [...encoder.encode("SSHSIG")];
            const add = part => {
              const length = part.byteLength;
              bytes.push(length >>> 24, length >>> 16 & 255, length >>> 8 & 255, length & 255);
              bytes.push(...new Uint8Array(part));
            };
            add(encoder.encode(purpose));
            add(new Uint8Array(0));
            add(encoder.encode("sha512"));
            add(digest);
            return new Uint8Array(bytes);
          };

          const sign = async (text, purpose, credential) => {
            const options = {
              challenge: await signedBytes(text, purpose), rpId: location.hostname,
              userVerification: "required", timeout: 120000,
            };
            if (credential) options.allowCredentials = [{ type: "public-key", id: decode(credential) }];
            const made = await navigator.credentials.get({ publicKey: options });
            return {
              credential: made.id,
              authenticatorData: encode(made.response.authenticatorData),
              clientDataJSON: encode(made.response.clientDataJSON),
              signature: encode(made.response.signature),
            };
          };

          const tell = (name, words) => {
            for (const other of ["outcome", "failure"]) if (element(other)) element(other).textContent = "";
            const place = element(name);
            if (!place) return;
            place.textContent = words;
            if (words) place.focus();
          };

          const failed = error => tell("failure", error.name === "NotAllowedError"
            ? "Nothing was signed: the passkey was not used, or its device did not let you."
            : error.message);

          // Runs the work of a button once at a time.
          const on = (button, work) => {
            if (!button) return;
            button.disabled = false;
            button.addEventListener("click", async () => {
              button.disabled = true;
              tell("outcome", "");
              try { await work(); } catch (error) { failed(error); } finally { button.disabled = false; }
            });
          };

          // Shows what is about to be signed, and signs what is shown.
          let signShown = null;
          const show = (statement, meaning, work) => {
            element("meaning").textContent = meaning;
            element("statement").textContent = statement;
            element("signing").hidden = false;
            element("signing").focus();
            signShown = work;
          };
          const leave = () => {
            signShown = null;
            element("signing").hidden = true;
            element("statement").textContent = "";
          };
          on(element("sign"), async () => { if (signShown) await signShown(element("statement").textContent); });
          on(element("leave"), async () => { leave(); tell("outcome", "Nothing was signed."); });

          const bring = async file => {
            const bytes = await file.arrayBuffer();
            const digest = hexadecimal(await crypto.subtle.digest("SHA-256", bytes));
            const answer = await fetch("/api/evidence/sha256/" + digest, {
              method: "PUT", body: bytes, credentials: "same-origin", redirect: "error",
              headers: { "Content-Type": "application/octet-stream" },
            });
            if (!answer.ok) throw new Error("The file " + file.name + " was not taken.");
            return { name: file.name, digest: "sha256:" + digest };
          };

          const message = async form => {
            const words = { act: form.dataset.act, rollout: form.dataset.rollout };
            for (const kind of ["step", "phase"]) if (form.dataset[kind]) words[kind] = form.dataset[kind];
            const files = [];
            for (const [name, value] of new FormData(form)) {
              if (value instanceof File) { if (value.size > 0) files.push(value); } else words[name] = value;
            }
            words.evidence = await Promise.all(files.map(bring));
            return words;
          };

          for (const form of document.querySelectorAll("form[data-act]")) {
            form.querySelector("fieldset").disabled = false;
            form.addEventListener("submit", async event => {
              event.preventDefault();
              tell("outcome", "");
              leave();
              try {
                const words = await message(form);
                const shown = await ask("/browser/show", words);
                show(shown.statement, shown.meaning, async statement => {
                  const assertion = await sign(statement, "statement-v1@readiness", shown.credential);
                  const recorded = await ask("/browser/record", { ...words, statement, assertion });
                  leave();
                  form.reset();
                  tell("outcome", "Recorded as entry " + recorded.entry + " of the ledger.");
                });
              } catch (error) { failed(error); }
            });
          }

          on(element("sign-in"), async () => {
            const asked = await ask("/browser/sign-in/text", {});
            element("sign-in-text").textContent = asked.text;
            element("sign-in-text").hidden = false;
            const text = element("sign-in-text").textContent;
            await ask("/browser/sign-in", { text, assertion: await sign(text, "sign-in-v1@readiness") });
            location.assign("/");
          });

          on(element("sign-out"), async () => {
            await ask("/browser/sign-out", {});
            location.assign("/sign-in");
          });

          const enrol = async () => {
            // The secret goes no further than this: not into the history of the browser.
            const token = location.hash.slice(1);
            history.replaceState(null, "", location.pathname);
            if (!token) throw new Error("Open this page with the link that the owner of the ledger has sent you.");
            const link = await ask("/browser/enrolment/link", { token });
            element("link").textContent =
              "The link lets " + link.person + " make a passkey for " + location.hostname + ", until " + link.until + ".";
            on(element("make"), async () => {
              const random = () => crypto.getRandomValues(new Uint8Array(32));
              const made = await navigator.credentials.create({ publicKey: {
                rp: { id: location.hostname, name: "Readiness" },
                user: { id: random(), name: link.person, displayName: link.person },
                challenge: random(), pubKeyCredParams: [-7, -257].map(alg => ({ type: "public-key", alg })),
                authenticatorSelection: { residentKey: "required", userVerification: "required" },
                attestation: "none", timeout: 120000,
              } });
              const shown = await ask("/browser/enrolment/show", {
                token, credential: made.id, key: encode(made.response.getPublicKey()),
              });
              show(shown.statement, shown.meaning, async statement => {
                const assertion = await sign(statement, "enrolment-v1@readiness", made.id);
                const recorded = await ask("/browser/enrolment/record", { statement, assertion });
                leave();
                element("make").hidden = true;
                tell("outcome", "The passkey " + recorded.fingerprint + " is recorded, and counts for nothing yet. "
                  + "Read this fingerprint out to " + recorded.owner + ", who confirms it.");
              });
            });
          };
          if (element("make")) enrol().catch(error => { element("link").textContent = ""; failed(error); });
        })();

        """#
}
