"""A bot of a few lines, to try the driver of the Playground on: python -m tests.browser.echo_bot"""

from __future__ import annotations

import os
import re
from typing import Any

from aiohttp import ClientSession, web

_FORM = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "body": [
        {"type": "TextBlock", "text": "Order", "size": "large"},
        {"type": "Input.Text", "id": "who", "label": "Who", "isRequired": True, "errorMessage": "Who is it?"},
        {
            "type": "Input.ChoiceSet",
            "id": "size",
            "label": "Size",
            "choices": [{"title": "Small", "value": "s"}, {"title": "Large", "value": "l"}],
        },
        {
            "type": "Input.ChoiceSet",
            "id": "tops",
            "label": "Tops",
            "isMultiSelect": True,
            "style": "expanded",
            "choices": [{"title": "Ham", "value": "h"}, {"title": "Olive", "value": "o"}],
        },
        {
            "type": "Input.ChoiceSet",
            "id": "sides",
            "label": "Sides",
            "isMultiSelect": True,
            "choices": [{"title": "Bread", "value": "b"}, {"title": "Oil", "value": "o"}],
        },
        {
            "type": "Input.ChoiceSet",
            "id": "mode",
            "label": "Mode",
            "style": "expanded",
            "choices": [{"title": "Fast", "value": "f"}, {"title": "Slow", "value": "w"}],
        },
        {"type": "Input.Date", "id": "day", "label": "Day"},
        {"type": "Input.Time", "id": "at", "label": "At"},
        {"type": "Input.Number", "id": "count", "label": "Count"},
        {"type": "Input.Toggle", "id": "urgent", "label": "Urgent", "title": "It is urgent"},
    ],
    "actions": [{"type": "Action.Execute", "title": "Save", "verb": "save", "data": {"action": "save"}}],
}


async def _messages(request: web.Request) -> web.Response:
    activity: dict[str, Any] = await request.json()
    if activity["type"] == "invoke":
        data = activity["value"]["action"]["data"]
        text = " ".join(f"{key}={value}" for key, value in sorted(data.items()))
        card = {
            "type": "AdaptiveCard",
            "version": "1.5",
            "body": [{"type": "TextBlock", "text": text, "wrap": True}],
        }
        kind = "application/vnd.microsoft.card.adaptive"
        return web.json_response({"statusCode": 200, "type": kind, "value": card})
    if activity["type"] == "message":
        said = re.sub("<at>.*?</at>", "", activity["text"]).strip()
        if said == "form":
            content = {"contentType": "application/vnd.microsoft.card.adaptive", "content": _FORM}
            await _send(request, activity, {"attachments": [content]})
        else:
            name, locale = activity["from"]["name"], activity.get("locale")
            await _send(request, activity, {"text": f"{name} ({locale}): {said}"})
    return web.Response(status=202)


async def _send(request: web.Request, to: dict[str, Any], content: dict[str, Any]) -> None:
    address = f"{to['serviceUrl']}/v3/conversations/{to['conversation']['id']}/activities"
    ends = {"from": to["recipient"], "recipient": to["from"], "conversation": to["conversation"]}
    async with ClientSession() as session:
        await session.post(address, json={"type": "message", **ends, **content})


def main() -> None:
    """Listen on PORT."""
    app = web.Application()
    app.router.add_post("/api/messages", _messages)
    web.run_app(app, host="127.0.0.1", port=int(os.environ["PORT"]), print=lambda _: None)


if __name__ == "__main__":
    main()
