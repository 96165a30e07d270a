"""A report as JUnit XML, for build servers: a test case a question, and one for each miss of the gate."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from eval.gate import Judgement
from eval.outcomes import Report

# What XML 1.0 cannot hold, in any form.
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render_junit(report: Report, judgement: Judgement) -> str:
    """A question fails where it is answered wrongly as a whole; other flaws are told in its output."""
    suites = ElementTree.Element("testsuites", name="ontherecord eval")
    asked = ElementTree.SubElement(suites, "testsuite", name="questions")
    failures = errors = 0
    for outcome in report.outcomes:
        case = ElementTree.SubElement(
            asked,
            "testcase",
            classname=f"questions.{outcome.gold.kind}",
            name=_clean(f"{outcome.gold.id}: {outcome.gold.question}"),
            time=f"{outcome.seconds:.4f}",
        )
        told = _clean("\n".join(outcome.wrong))
        if outcome.error is not None:
            errors += 1
            ElementTree.SubElement(case, "error", message=_clean(outcome.error)).text = told
        elif "correct" in outcome.pairs and outcome.pairs["correct"].right < 1:
            failures += 1
            ElementTree.SubElement(case, "failure", message="answered wrongly").text = told
        elif told:
            ElementTree.SubElement(case, "system-out").text = told
    _count(asked, len(report.outcomes), failures, errors)
    asked.set("time", f"{sum(outcome.seconds for outcome in report.outcomes):.4f}")
    _add_gate(suites, judgement)
    ElementTree.indent(suites)
    return ElementTree.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _add_gate(suites: ElementTree.Element, judgement: Judgement) -> None:
    gate = ElementTree.SubElement(suites, "testsuite", name="gate")
    for line in judgement.missed:
        case = ElementTree.SubElement(gate, "testcase", classname="gate", name=_clean(line.split(":")[0]))
        ElementTree.SubElement(case, "failure", message=_clean(line))
    if not judgement.missed:
        ElementTree.SubElement(gate, "testcase", classname="gate", name="passed")
    _count(gate, max(1, len(judgement.missed)), len(judgement.missed), 0)


def _count(suite: ElementTree.Element, tests: int, failures: int, errors: int) -> None:
    for name, number in (("tests", tests), ("failures", failures), ("errors", errors)):
        suite.set(name, str(number))


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
