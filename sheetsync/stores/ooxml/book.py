"""What a workbook is made of: its sheets, their parts, and the few facts that a change of it needs."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from sheetsync.errors import CannotUse
from sheetsync.stores.ooxml import markup, zipped
from sheetsync.stores.ooxml.zipped import Parts

TRANSITIONAL = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its id, the last word of its type, and the part it leads to ("" for one outside)."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the workbook part lists it. ``part`` is "" where no relationship leads anywhere."""

    name: str
    sheet_id: str
    kind: str  # worksheet, chartsheet, dialogsheet, xlMacrosheet, ...
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Book:
    """The workbook part and what hangs on it."""

    part: str
    strict: bool
    date1904: bool
    sheets: tuple[Sheet, ...]
    relations: tuple[Relation, ...]
    locked_structure: bool
    shared: bool  # an old shared workbook, with revision logs

    def part_of_kind(self, kind: str) -> str | None:
        """The part that the workbook relates to as ``kind`` (styles, sharedStrings, calcChain), where it has one."""
        return next((found.part for found in self.relations if found.kind == kind and found.part), None)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, without case."""
        wanted = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.casefold() == wanted), None)


def relations(package: Parts, part: str) -> tuple[Relation, ...]:
    """The relationships of a part, in order ("" is the package)."""
    name = zipped.relations_of(part) if part else "_rels/.rels"
    if not package.has(name):
        return ()
    root = markup.outline(markup.to_utf8(package.read(name))[0])
    return tuple(
        Relation(
            found.get("Id"),
            found.get("Type").rpartition("/")[2],
            "" if found.get("TargetMode") == "External" else _part(package, zipped.resolved(part, found.get("Target"))),
        )
        for found in root.all("Relationship")
    )


def _part(package: Parts, name: str) -> str:
    """The name as the package has it: some programs write a space as %20 in one place only."""
    if not package.has(name) and package.has(unquote(name)):
        return unquote(name)
    return name


def read(package: Parts) -> Book:
    """The workbook part.

    Raises:
        CannotUse: no workbook, a binary one, a signed one, or damaged.
    """
    top = relations(package, "")
    if any(found.kind == "origin" for found in top):
        raise CannotUse(
            "it is digitally signed, and any change would break the signature. Remove the signature, then run again"
        )
    part = next((found.part for found in top if found.kind == "officeDocument" and package.has(found.part)), None)
    if part is None:
        raise CannotUse("it holds no workbook (it may be another kind of document, or damaged)")
    if part.lower().endswith(".bin"):
        raise CannotUse("it is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx), then run again")
    root = markup.outline(markup.to_utf8(package.read(part))[0])
    if root.name != "workbook":
        raise CannotUse("it holds no workbook (it may be another kind of document)")
    related = relations(package, part)
    by_id = {found.id: found for found in related}
    listed = root.find("sheets")
    sheets = []
    for found in listed.all("sheet") if listed else []:
        leads = by_id.get(found.get("id"))
        exists = leads is not None and package.has(leads.part)
        sheets.append(
            Sheet(
                found.get("name"),
                found.get("sheetId"),
                leads.kind if leads and exists else "",
                leads.part if leads and exists else "",
                found.get("state") in ("hidden", "veryHidden"),
            )
        )
    if not sheets:
        raise CannotUse("it holds no sheets")
    properties, protection = root.find("workbookPr"), root.find("workbookProtection")
    return Book(
        part,
        root.uri.startswith(STRICT),
        properties is not None and properties.get("date1904") in ("1", "true"),
        tuple(sheets),
        related,
        protection is not None and protection.get("lockStructure") in ("1", "true"),
        any(found.kind in ("revisionHeaders", "usernames") for found in related) and _has_revisions(package, related),
    )


def _has_revisions(package: Parts, related: tuple[Relation, ...]) -> bool:
    return any(found.kind == "revisionHeaders" and package.has(found.part) for found in related)
