// Parses, validates and renders cards with Microsoft's own renderer.
// Standard input: [{"name", "card"}]; standard output: [{"name", "faults": [..], "html"}].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Window } from "happy-dom";

const window = new Window();
for (const name of Object.getOwnPropertyNames(window)) {
  if (name === "document" || /^HTML\w*Element$|^(Element|Node|Event|KeyboardEvent)$/.test(name)) {
    globalThis[name] = window[name];
  }
}
globalThis.window = window;
// The package's ES modules lack file extensions, which node wants; its bundle loads.
const renderer = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

const TEAMS_ONLY = /^Chart\./;
renderer.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = text;
  result.didProcess = true;
};

// Teams-only elements are unknown here; one that says what stands in for it is no fault.
function withoutTeamsOnly(node) {
  if (Array.isArray(node)) {
    return node.map(withoutTeamsOnly).filter((one) => one !== undefined);
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  if (TEAMS_ONLY.test(node.type) && node.fallback !== undefined) {
    return node.fallback === "drop" ? undefined : withoutTeamsOnly(node.fallback);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutTeamsOnly(value)]));
}

function check({ name, card }) {
  const faults = [];
  const context = new renderer.SerializationContext();
  const parsed = new renderer.AdaptiveCard();
  parsed.hostConfig = new renderer.HostConfig({});
  parsed.hostConfig.actions.maxActions = Infinity; // it counts the menu's too; the caller counts the visible
  renderer.CardElement.langProperty.regEx.lastIndex = 0; // the package's pattern remembers the last card
  parsed.parse(withoutTeamsOnly(card), context);
  for (let at = 0; at < context.eventCount; at++) {
    const event = context.getEventAt(at);
    faults.push(`parse: ${event.message}`);
  }
  for (const event of parsed.validateProperties().validationEvents) {
    faults.push(`validation: ${event.message}`);
  }
  const element = parsed.render();
  if (!element) {
    faults.push("render: nothing");
  }
  return { name, faults, html: element ? element.outerHTML : "" };
}

const cards = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(cards.map(check)));
await window.happyDOM.close();
