"""A job as a task of the Task Scheduler (Windows)."""

from __future__ import annotations

import datetime as dt
import subprocess
from xml.etree import ElementTree

from sheetsync.schedule.job import Job
from sheetsync.schedule.when import DAYS, EVERY_DAY

FOLDER = "sheetsync"
TASK = "http://schemas.microsoft.com/windows/2004/02/mit/task"


def task(one: Job, now: dt.datetime) -> bytes:
    """The job as a task of the Task Scheduler, in its XML (UTF-16, as schtasks wants it)."""
    ElementTree.register_namespace("", TASK)
    root = ElementTree.Element(f"{{{TASK}}}Task", version="1.2")

    def add(parent: ElementTree.Element, name: str, words: str | None = None) -> ElementTree.Element:
        child = ElementTree.SubElement(parent, f"{{{TASK}}}{name}")
        child.text = words
        return child

    about = add(root, "RegistrationInfo")
    add(about, "Description", f"{one.name}: {one.when}")
    triggers = add(root, "Triggers")
    starts = ((0, 0),) if one.when.every else one.when.times
    for hour, minute in starts:
        trigger = add(triggers, "CalendarTrigger")
        if one.when.every:
            repeat = add(trigger, "Repetition")
            add(repeat, "Interval", f"PT{one.when.every}M")
            add(repeat, "Duration", "P1D")
        add(trigger, "StartBoundary", f"{now:%Y-%m-%d}T{hour:02}:{minute:02}:00")
        if one.when.days == EVERY_DAY:
            add(add(trigger, "ScheduleByDay"), "DaysInterval", "1")
        else:
            week = add(trigger, "ScheduleByWeek")
            add(week, "WeeksInterval", "1")
            days = add(week, "DaysOfWeek")
            for day in one.when.days:
                add(days, DAYS[day])
    settings = add(root, "Settings")
    add(settings, "MultipleInstancesPolicy", "IgnoreNew")
    add(settings, "DisallowStartIfOnBatteries", "false")
    add(settings, "StopIfGoingOnBatteries", "false")
    add(settings, "StartWhenAvailable", "true")
    add(settings, "ExecutionTimeLimit", "PT2H")
    exec_action(add(add(root, "Actions"), "Exec"), one)
    body = ElementTree.tostring(root, encoding="unicode")
    return ('<?xml version="1.0" encoding="UTF-16"?>\n' + body).encode("utf-16")


def exec_action(action: ElementTree.Element, one: Job) -> None:
    """Fills in what a task runs."""

    def add(name: str, words: str) -> None:
        ElementTree.SubElement(action, f"{{{TASK}}}{name}").text = words

    if one.environment:  # a task has no variables of its own
        sets = [f'set "{key}={value}"' for key, value in one.environment.items()]
        add("Command", "cmd.exe")
        add("Arguments", f'/d /c "{" && ".join([*sets, subprocess.list2cmdline(one.command)])}"')
    else:
        add("Command", one.command[0])
        add("Arguments", subprocess.list2cmdline(one.command[1:]))
