"""What somebody tries who has another person's session, in a browser or past it."""

import http.client
import json
from urllib.parse import urlsplit

from person import URL

TYPE = "application/vnd.readiness.browser+json"


def status(method, path, cookie, body=None, **fields):
    place = urlsplit(URL)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    headers["Cookie"] = "__Host-readiness=" + cookie
    connection.request(method, path, body=body, headers=headers)
    answer = connection.getresponse().status
    connection.close()
    return answer


def attempts(cookie):
    """Each attempt with the status that it is answered with, and the one that it should be."""
    own = {"Sec_Fetch_Site": "same-origin", "Origin": URL, "Content_Type": TYPE}
    act = json.dumps(dict(
        rollout="sample", act="sign", step="approved", choice="reject", note="n"))
    rows = [
        ("what the page itself asks", status("POST", "/browser/show", cookie, act, **own), 200),
        ("no word of where it comes from",
         status("POST", "/browser/show", cookie, act, Content_Type=TYPE), 401),
        ("another site", status(
            "POST", "/browser/show", cookie, act, **{**own, "Sec_Fetch_Site": "cross-site"}), 401),
        ("another port", status(
            "POST", "/browser/record", cookie, act, **{**own, "Sec_Fetch_Site": "same-site"}), 401),
        ("another origin", status(
            "POST", "/browser/show", cookie, act, **{**own, "Origin": "https://evil.example"}), 422),
        ("a form", status("POST", "/browser/record", cookie, "a=b", **{
            **own, "Content_Type": "application/x-www-form-urlencoded"}), 415),
        ("nothing signed", status("POST", "/browser/record", cookie, act, **own), 422),
        ("reading", status("GET", "/browser/record", cookie), 405),
        ("evidence of another port", status(
            "PUT", "/api/evidence/sha256/00", cookie, "x", Sec_Fetch_Site="same-site"), 401),
        ("another session", status("POST", "/browser/show", cookie[:-1], act, **own), 401),
    ]
    return rows
