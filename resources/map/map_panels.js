"use strict";
/* Legend and hover card: plain HTML, every text from Python. */
const mapPanels = (() => {
  const element = id => document.getElementById(id);

  function text(parent, tag, className, content) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.textContent = content;
    parent.append(node);
    return node;
  }

  /* The look of a key as SVG markup, also used in exported pictures. */
  function swatch(look, colours) {
    const box = (fill, stroke) =>
      `<rect x="0.5" y="0.5" width="13" height="9" rx="1.5" fill="${fill}" stroke="${stroke}"/>`;
    if (look === "home")
      return `<rect x="1" y="1" width="12" height="8" rx="1.5" fill="none" stroke="${colours.home}" stroke-width="2"/>`;
    if (look === "flagged")
      return `<path d="M7 1L12 9H2Z" fill="${colours.card}" stroke="${colours.text}" stroke-width="1.4"/>`;
    if (look === "excluded") return box(colours.excluded, colours.excluded) +
      `<path d="M1 3H13M1 7H13" stroke="${colours.excluded_line}" stroke-width="0.8" stroke-opacity="0.55"/>`;
    const empty = box(colours.unknown, colours.unknown_line);
    if (look === "unknown") return empty;
    return empty + `<path d="M2 9.5L10 .5M6 9.5L13.5 1.6" stroke="${colours.insufficient_line}" stroke-width="1"/>`;
  }

  function legend(content, labels, theme) {
    const colours = theme.palette;
    element("legend").hidden = false;
    element("legend-label").textContent = content.label;
    element("legend-unit").textContent = content.unit;
    element("legend-bar").style.background = `linear-gradient(90deg, ${colours[content.ramp].join(", ")})`;
    element("legend-ticks").replaceChildren();
    for (const tick of content.ticks) text(element("legend-ticks"), "span", "", tick);
    element("legend-weak").textContent = content.ends[0];
    element("legend-strong").textContent = content.ends[1];
    element("legend-keys").replaceChildren();
    for (const look of keys(content)) {
      const item = text(element("legend-keys"), "li", look, "");
      item.innerHTML = `<svg viewBox="0 0 14 10" aria-hidden="true">${swatch(look, colours)}</svg>`;
      item.append(labels[look]);
    }
  }

  const keys = content => (content.home ? ["home"] : []).concat(content.flagged ? ["flagged"] : [],
    ["excluded", "insufficient", "unknown"].filter(look => content.looks.includes(look)));

  function list(card, heading, rows) {
    if (!rows.length) return;
    const block = text(card, "div", "card-list", "");
    text(block, "h2", "", heading);
    for (const [label, value] of rows) {
      const row = text(block, "p", "", "");
      text(row, "span", "", label);
      text(row, "span", "", value);
    }
  }

  function showCard(content, labels) {
    const card = element("card");
    card.replaceChildren();
    const head = text(card, "div", "card-head", "");
    if (content.rank !== null && content.rank !== undefined) text(head, "span", "card-rank", content.rank);
    text(head, "span", "card-name", content.name);
    if (content.score) text(head, "span", "card-score", content.score);
    if (content.engagement) text(card, "p", "card-engagement", content.engagement);
    for (const flag of content.flags || []) text(card, "p", "card-flag", `\u26a0 ${flag}`);
    if (content.note) text(card, "p", "card-note", content.note);
    list(card, labels.strongest, content.strongest || []);
    list(card, labels.weakest, content.weakest || []);
    card.hidden = false;
  }

  function hideCard() { element("card").hidden = true; }

  /* Beside the pointer, on the side where there is room. */
  function placeCard(x, y) {
    const card = element("card");
    if (card.hidden) return;
    const gap = 14, edge = 6, width = card.offsetWidth, height = card.offsetHeight;
    const left = x + gap + width + edge > innerWidth ? x - gap - width : x + gap;
    const top = Math.min(y + gap, innerHeight - height - edge);
    card.style.transform = `translate(${Math.round(Math.max(edge, left))}px, ${Math.round(Math.max(edge, top))}px)`;
  }

  return {legend, keys, swatch, showCard, hideCard, placeCard};
})();
