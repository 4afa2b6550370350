"""One person with a browser and an authenticator of their own, without a screen."""

import os
import shutil
import subprocess
import sys

from selenium.common.exceptions import TimeoutException, WebDriverException
from selenium.webdriver import Chrome, ChromeOptions, ChromeService
from selenium.webdriver.common.by import By
from selenium.webdriver.common.virtual_authenticator import VirtualAuthenticatorOptions
from selenium.webdriver.support.ui import Select, WebDriverWait

URL = os.environ["PAGES"]


def readiness(*words):
    """What the command line says on its standard output."""
    return subprocess.run(
        [os.environ["READINESS"], *words], check=True, stdout=subprocess.PIPE, text=True).stdout


class Person:
    def __init__(self, *words):
        options = ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", *words):
            options.add_argument(word)
        # What a page's policy kept from being done is told there.
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = Chrome(
            options=options, service=ChromeService(shutil.which("chromedriver")))
        self.driver.add_virtual_authenticator(
            VirtualAuthenticatorOptions(
                protocol="ctap2", transport="internal", has_resident_key=True,
                has_user_verification=True, is_user_verified=True))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def element(self, name):
        return self.driver.find_element(By.ID, name)

    def until(self, condition):
        # While a page gives way to another one its elements belong to none.
        waiting = WebDriverWait(self.driver, 60, ignored_exceptions=[WebDriverException])
        return waiting.until(condition)

    def whole(self):
        """Waits for all of the page: one that is asked for before may be taken for it."""
        self.until(lambda _: self.driver.execute_script("return document.readyState") == "complete")

    def open(self, path):
        self.driver.get(URL + path)

    def link(self, words):
        """Where a link leads, once the page has it; ends with what is shown where it never does."""
        found = lambda _: self.driver.find_elements(By.LINK_TEXT, words)
        try:
            return self.until(found)[0].get_attribute("href")
        except TimeoutException:
            text = self.driver.find_element(By.TAG_NAME, "body").text
            sys.exit(f"no {words!r} on {self.driver.current_url}:\n{text}")

    def press(self, name):
        self.until(lambda _: self.element(name).is_displayed() and self.element(name).is_enabled())
        self.element(name).click()

    def told(self):
        """What the page says became of it: the first words that it says, good or bad."""
        names = ("outcome", "failure")
        found = lambda _: [
            place.text for name in names for place in self.driver.find_elements(By.ID, name)
            if place.text]
        return self.until(found)[0]

    def enrol(self, link):
        """Makes a passkey with a link, and returns what the page says in the end."""
        # A link that differs in its fragment alone would not be loaded again.
        self.driver.get("about:blank")
        self.driver.get(link)
        self.until(lambda _: self.element("make").is_enabled() or self.element("failure").text)
        if self.element("failure").text:
            return self.element("failure").text
        self.press("make")
        self.until(lambda _: self.element("signing").is_displayed() or self.element("failure").text)
        if self.element("failure").text:
            return self.element("failure").text
        self.press("sign")
        return self.told()

    def sign_in(self):
        """Signs in, and returns why that was refused; nothing where it was not."""
        self.open("/sign-in")
        self.press("sign-in")
        self.until(
            lambda _: not self.driver.current_url.endswith("/sign-in")
            or self.element("failure").text)
        if self.driver.current_url.endswith("/sign-in"):
            return self.element("failure").text
        self.whole()
        return ""

    def fill(self, path, act, **words):
        """Writes a form and has it shown; returns what is to be signed, or why it is refused."""
        self.open(path)
        form = self.until(lambda _: self.driver.find_element(By.CSS_SELECTOR, f'form[data-act="{act}"]'))
        for name, value in words.items():
            field = form.find_element(By.NAME, name)
            if field.tag_name == "select":
                Select(field).select_by_value(value)
            elif field.get_attribute("type") == "date":
                self.driver.execute_script("arguments[0].value = arguments[1]", field, value)
            else:
                field.send_keys(value)
        form.find_element(By.CSS_SELECTOR, "button").click()
        self.until(lambda _: self.element("signing").is_displayed() or self.element("failure").text)
        return self.element("statement").text or self.element("failure").text

    def sign(self, path, act, **words):
        """The same, and signs it."""
        shown = self.fill(path, act, **words)
        if not self.element("signing").is_displayed():
            return shown
        self.press("sign")
        return self.told()
