"""What a letter carries, read back by an independent parser."""

import vobject


def events_of(message) -> dict[str, list]:
    """Every attached calendar, read by vobject: method → its events."""
    found = {}
    for _name, content, mimetype in message.attachments:
        calendar = vobject.readOne(content if isinstance(content, str) else content.decode())
        assert f"method={calendar.method.value}" in mimetype
        found[calendar.method.value] = calendar.vevent_list
    return found
