"""What the Playground's page shows: where its parts are, and scripts that read them."""

from __future__ import annotations

ROW = 'div:has(> [aria-label="Message header"])'
"""One message of a chat, or one reply in a thread."""

THREAD = "[role=group]:has([id^='fui-CardHeader'])"
"""A post of a channel with its replies; the first is the box for a new post."""

EDITOR = "[data-lexical-editor=true]"
CARD = ".ac-adaptiveCard"
OPTION = "[role=option],[role=menuitemcheckbox]"

MESSAGES = """([rowSel, threadSel, cardSel, channel, me]) => {
    const cards = (node) => node ? [...node.querySelectorAll(cardSel)].map(c => c.innerText) : [];
    const one = (row) => {
        const head = row.querySelector('[aria-label="Message header"]')
            || row.querySelector('[id^="fui-CardHeader"]');
        const author = row.querySelector('[aria-label="Message author"]');
        return {author: author ? author.innerText.trim() : '', thread: null,
                text: row.innerText.replace(head ? head.innerText : '', '').trim(), cards: cards(row)};
    };
    if (!channel) return [...document.querySelectorAll(rowSel)].map(one);
    const more = '[aria-label="Show more information"]';
    const posts = (thread, i) => [...thread.querySelectorAll(more)].map(b => {
        const head = b.parentElement.parentElement, root = head.closest('[id^="fui-CardHeader"]');
        const name = [...head.children].find(e => e.tagName === 'SPAN' && e.getAttribute('role') !== 'img');
        const body = root ? root.parentElement.nextElementSibling : head.nextElementSibling;
        return {author: name && name.innerText !== me ? name.innerText : '', thread: i,
                text: body ? body.innerText.trim() : '', cards: cards(body)};
    });
    return [...document.querySelectorAll(threadSel)].slice(1).flatMap(posts);
}"""
"""All messages of the open conversation, top to bottom."""

INPUT_OF_LABEL = """(card, want) => {
    for (const label of card.querySelectorAll('label[for]')) {
        const runs = [...label.querySelectorAll('.ac-textRun')].filter(e => !e.getAttribute('aria-hidden'));
        const text = runs.map(e => e.textContent).join('').trim() || label.textContent.trim();
        if (text === want) return label.getAttribute('for');
    }
    return null;
}"""
"""The page's own id of the input with this label."""

DRAWN = """() => new Promise(done => {
    let changed = true;
    const watch = new MutationObserver(() => { changed = true; });
    const look = () => {
        if (!changed) { watch.disconnect(); done(); return; }
        changed = false;
        setTimeout(look, 50);
    };
    watch.observe(document.body, {subtree: true, childList: true, characterData: true});
    look();
})"""
"""Answers when nothing of the page has changed for a moment; the moment is longer where the page is busy."""
