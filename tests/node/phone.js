// Draws cards in a page as a phone does, with Microsoft's renderer: `draw(name, card, config, ground)`, `heights()`.
// The page has loaded the renderer (AdaptiveCards) before.
"use strict";

// Teams' own elements are unknown to the renderer: what stands in for them is drawn.
function withoutCharts(node) {
  if (Array.isArray(node)) {
    return node.map(withoutCharts).filter((one) => one !== undefined);
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  if (String(node.type).startsWith("Chart.")) {
    return node.fallback === "drop" ? undefined : withoutCharts(node.fallback);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutCharts(value)]));
}

// A client shows the buttons of the menu behind one button of its own.
function withMenus(actions) {
  const shown = actions.filter((one) => one.mode !== "secondary");
  return shown.length === actions.length ? shown : [...shown, { type: "Action.Submit", title: "…" }];
}

function asAPhoneShows(node) {
  if (Array.isArray(node)) {
    return node.map(asAPhoneShows);
  }
  if (node === null || typeof node !== "object") {
    return node;
  }
  const made = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, asAPhoneShows(value)]));
  return Array.isArray(node.actions) ? { ...made, actions: withMenus(made.actions) } : made;
}

window.draw = (name, card, config, background) => {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(config);
  AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0; // the package's pattern remembers the last card
  drawn.parse(asAPhoneShows(withoutCharts(card)));
  const frame = document.createElement("section");
  frame.dataset.card = name;
  frame.setAttribute("aria-label", name);
  frame.style.background = background;
  frame.append(drawn.render());
  document.querySelector("main").append(frame);
};

window.heights = () =>
  Object.fromEntries(
    [...document.querySelectorAll("[data-card]")].map((one) => [one.dataset.card, one.offsetHeight]),
  );

// The texts of everything that a key reaches, in the order of the keys and in that of the eyes: by rows.
window.orders = () =>
  [...document.querySelectorAll("[data-card]")].map((card) => {
    const reached = [...card.querySelectorAll("a[href], button, input, select, textarea, [tabindex]")].filter(
      (one) => one.tabIndex >= 0 && one.offsetParent !== null,
    );
    const jumps = reached.filter((one) => one.tabIndex > 0).map((one) => one.outerHTML.slice(0, 200));
    const back = reached.filter((one, place) => {
      const before = reached[place - 1]?.getBoundingClientRect();
      const here = one.getBoundingClientRect();
      return before && (here.bottom <= before.top + 1 || (here.top < before.bottom && here.right <= before.left));
    });
    return { name: card.dataset.card, wrong: [...jumps, ...back.map((one) => one.outerHTML.slice(0, 200))] };
  });
