"""People without SSH keys enrol passkeys, sign in and say everything that there is to say.

What is asked of each page is written to `seen`, for the test to look at; see BrowserTests.swift.
"""

import json
import os
import sys

from attempts import attempts, status
from looks import look
from person import Person, readiness

CHECKLIST = "checklists/sample.yaml"
OWNER = ("--as", "bea@example.com", "--key", "bea")
seen = {}


def enrolled(person, name):
    link = readiness("enrol", name, *OWNER).strip()
    words = person.enrol(link)
    keys = [word for word in words.split() if word.startswith("SHA256:")]
    if not keys:
        sys.exit(words)
    return link, keys[0]


def confirm(key):
    readiness("signers", "--update", *OWNER, "--confirm", key)


with Person() as ann:
    link, key = enrolled(ann, "ann@example.com")
    seen["link used twice"] = ann.enrol(link)
    seen["not confirmed"] = ann.sign_in()
    confirm(key)
    seen["signed in"] = ann.sign_in()
    ann.open("/rollouts/sample")
    seen["from the rollout"] = ann.link("Everything to sign")
    look(ann, "overview", "/rollouts/sample/sign")
    look(ann, "step", "/rollouts/sample/sign?step=approved")
    look(ann, "sign-in", "/sign-in")
    look(ann, "portfolio", "/")
    page = "/rollouts/sample/sign?step=approved"
    seen["shown"] = ann.fill(
        page, "sign", choice="approve", note="Change 7 <b>&\"'", evidence=os.path.abspath("evidence.txt"))
    look(ann, "shown")
    ann.driver.set_user_verified(False)
    ann.press("sign")
    seen["not verified"] = ann.told()
    ann.driver.set_user_verified(True)
    seen["signed"] = ann.sign(
        page, "sign", choice="approve", note="Change 7", evidence=os.path.abspath("evidence.txt"))
    seen["not by"] = ann.sign(
        "/rollouts/sample/sign?step=reviewed", "sign", choice="approve", note="Looked")
    seen["log of the browser"] = [
        line["message"] for line in ann.driver.get_log("browser")
        if "Content Security Policy" in line["message"]]
    cookie = ann.driver.get_cookie("__Host-readiness")
    seen["cookie"] = " ".join(str(cookie[name]) for name in ("secure", "httpOnly", "sameSite"))
    seen["attempts"] = ", ".join(
        f"{name}: {answer}" for name, answer, wanted in attempts(cookie["value"]) if answer != wanted)
    ann.press("sign-out")
    ann.until(lambda _: ann.driver.current_url.endswith("/sign-in"))
    ann.whole()
    ann.open("/rollouts/sample/sign")
    seen["signed out"] = ann.driver.current_url
    seen["session after that"] = str(status("GET", "/rollouts/sample", cookie["value"]))

with Person() as bob:
    confirm(enrolled(bob, "bob@example.com")[1])
    bob.sign_in()
    seen["reviewed"] = bob.sign(
        "/rollouts/sample/sign?step=reviewed", "sign", choice="approve", note="Looked")

with Person() as bea:
    link, key = enrolled(bea, "bea@example.com")
    confirm(key)
    look(bea, "enrol", "/enrol")
    bea.sign_in()
    look(bea, "phase", "/rollouts/sample/sign?phase=first")
    seen["waived"] = bea.sign(
        "/rollouts/sample/sign?step=present", "waive", until=sys.argv[1], note="Not needed yet")
    seen["polled"] = bea.sign(
        "/rollouts/sample/sign?phase=first", "poll", question="start", choice="go", note="We are there")
    seen["superseded"] = bea.fill(
        "/rollouts/sample/sign?phase=first", "decide", question="start", choice="go", note="All is there")
    readiness("poll", CHECKLIST, "first", "go", "--comment", "Still", *OWNER)
    bea.press("sign")
    seen["superseded"] = bea.told()
    seen["decided"] = bea.sign(
        "/rollouts/sample/sign?phase=first", "decide", question="start", choice="go", note="All is there")

json.dump(seen, open("seen", "w"), indent=1)
