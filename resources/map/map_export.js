"use strict";
/* The map as it is seen, as one self-contained SVG with its legend, and the texts of a caption around it. */
const mapExport = (() => {
  const escape = text => String(text).replace(/[&<>"]/g, c => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[c]);
  const FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const EDGE = 12, GAP = 18, KEY = 19;
  const pen = document.createElement("canvas").getContext("2d");

  function widthOf(text, size, weight = 400) {
    pen.font = `${weight} ${size}px ${FONT}`;
    return pen.measureText(text).width;
  }
  const word = (x, y, value, colour, size, extra = "") =>
    `<text x="${x}" y="${y}" fill="${colour}" font-size="${size}" ${extra}>${escape(value)}</text>`;
  const BOLD = 'font-weight="600"';

  /* Lines no wider than the picture, broken between words. */
  function lines(text, size, width) {
    const found = [];
    for (const part of text.split(" ")) {
      const longer = found.length ? found[found.length - 1] + " " + part : part;
      if (found.length && widthOf(longer, size) <= width) found[found.length - 1] = longer; else found.push(part);
    }
    return found;
  }

  /* The parts of the legend in a row, on as many rows as the width asks for; all in units of small type. */
  function legend(content, labels, colours, width) {
    const parts = [], last = colours[content.ramp].length - 1, ramp = 200;
    const label = widthOf(content.label, 12, 600), unit = content.unit ? 5 + widthOf(content.unit, 12) : 0;
    parts.push([label + unit, x => word(x, 16, content.label, colours.text, 12, BOLD) +
      word(x + label + 5, 16, content.unit, colours.text_soft, 12)]);
    const weak = widthOf(content.ends[0], 11), strong = widthOf(content.ends[1], 11);
    const anchor = i => i === 0 ? "start" : i === content.ticks.length - 1 ? "end" : "middle";
    parts.push([weak + strong + ramp + 14, x => word(x, 12, content.ends[0], colours.text_soft, 11) +
      `<rect x="${x + weak + 7}" y="4" width="${ramp}" height="8" rx="2" fill="url(#legend-ramp)"/>` +
      content.ticks.map((tick, i) => word(x + weak + 7 + ramp * i / Math.max(1, content.ticks.length - 1), 23, tick,
        colours.text, 11, `text-anchor="${anchor(i)}"`)).join("") +
      word(x + weak + ramp + 14, 12, content.ends[1], colours.text_soft, 11)]);
    for (const look of mapPanels.keys(content))
      parts.push([KEY + widthOf(labels[look], 11), x => `<g transform="translate(${x},6)">` +
        mapPanels.swatch(look, colours) + "</g>" + word(x + KEY, 15, labels[look], colours.text_soft, 11)]);
    let x = EDGE, row = 0, markup = "";
    for (const [wide, draw] of parts) {
      if (x > EDGE && x + wide > width - EDGE) { x = EDGE; row += 1; }
      markup += `<g transform="translate(0,${4 + 26 * row})">${draw(x)}</g>`;
      x += wide + GAP;
    }
    const stops = colours[content.ramp].map((colour, i) => `<stop offset="${i / last}" stop-color="${colour}"/>`).join("");
    return {height: 26 * (row + 1) + 10,
      markup: `<defs><linearGradient id="legend-ramp">${stops}</linearGradient></defs>` + markup};
  }

  /* Markup, width and height of the whole picture. */
  function drawing(gd, content, labels, theme, caption) {
    const width = gd.clientWidth, tall = gd.clientHeight, colours = theme.palette;
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 12, wide = width / scale;
    const copy = gd.querySelector("svg.main-svg").cloneNode(true);
    copy.querySelectorAll(".infolayer, .hoverlayer, .outline-hovered").forEach(node => node.remove());
    copy.querySelectorAll(".scatterlayer text").forEach(node => { // what the style sheet does on the page
      node.style.paintOrder = "stroke";
      node.style.stroke = colours.card;
      node.style.strokeWidth = "3px";
    });
    const inner = new XMLSerializer().serializeToString(copy).replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "")
      .replace(/url\((&quot;|"|')?[^#)]*#([^)&"']+)(&quot;|"|')?\)/g, "url(#$2)");
    const above = caption ? lines(caption.scenario, 12, wide - 2 * EDGE) : [];
    const below = caption ? lines(caption.source, 10, wide - 2 * EDGE) : [];
    const head = caption ? 32 + 16 * above.length : 0, foot = caption ? 8 + 14 * below.length : 0;
    const strip = content ? legend(content, labels, colours, wide) : {height: 0, markup: ""};
    const middle = head * scale, end = middle + tall, height = Math.ceil(end + (strip.height + foot) * scale);
    const band = (y, markup) => `<g transform="translate(0,${y}) scale(${scale})" font-family="${FONT}">${markup}</g>`;
    const title = caption ? word(EDGE, 24, caption.title, colours.text, 16, BOLD) +
      above.map((line, i) => word(EDGE, 42 + 16 * i, line, colours.text_soft, 12)).join("") : "";
    const source = below.map((line, i) => word(EDGE, 10 + 14 * i, line, colours.text_soft, 10)).join("");
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
      `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="100%" height="100%" fill="${colours.card}"/>` +
      `<svg y="${middle}" width="${width}" height="${tall}"><rect width="100%" height="100%" fill="${colours.sea}"/>` +
      `${inner}</svg>` + band(0, title) + band(end, strip.markup) + band(end + strip.height * scale, source) + "</svg>";
    return {svg, width, height};
  }

  /* Picture dots to a screen dot: 300 an inch, fewer where the window is so large that no canvas would hold them. */
  const density = made => Math.min(300 / 96, 12000 / Math.max(made.width, made.height));

  /* Calls back with a PNG data URL, `factor` picture dots to a screen dot; with "" if it cannot be drawn. */
  function png(made, factor, done) {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(made.width * factor);
      canvas.height = Math.round(made.height * factor);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      done(canvas.toDataURL("image/png"));
    };
    image.onerror = () => done("");
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(made.svg);
  }

  return {drawing, png, density};
})();
