"use strict";
/* The map as it is seen, as one self-contained SVG with its legend. */
const mapExport = (() => {
  const escape = text => text.replace(/[&<>"]/g, c => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})[c]);
  const FONT = "font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\"";

  function legendMarkup(content, labels, colours, tall) {
    const keys = mapPanels.keys(content), rows = Math.ceil(keys.length / 2);
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 12;
    const width = Math.max(216, 30 + 6.8 * (content.label + content.unit).length), inner = width - 24;
    const height = 66 + 16 * rows, edge = 12 * scale, top = tall - height * scale - edge;
    const last = colours.ramp.length - 1;
    const stops = colours.ramp.map((colour, i) => `<stop offset="${i / last}" stop-color="${colour}"/>`).join("");
    const word = (x, y, value, colour, extra = "") =>
      `<text x="${x}" y="${y}" fill="${colour}" font-size="11" ${extra}>${escape(value)}</text>`;
    const anchor = i => i === 0 ? "start" : i === content.ticks.length - 1 ? "end" : "middle";
    const ticks = content.ticks.map((tick, i) => word(12 + inner * i / Math.max(1, content.ticks.length - 1), 48,
      tick, colours.text, `text-anchor="${anchor(i)}"`)).join("");
    const items = keys.map((look, i) => {
      const x = 12 + 100 * (i % 2), y = 66 + 16 * Math.floor(i / 2);
      return `<g transform="translate(${x},${y})">${mapPanels.swatch(look, colours)}</g>` +
        word(x + 19, y + 9, labels[look], colours.text_soft);
    }).join("");
    return `<g transform="translate(${edge},${top}) scale(${scale})" ${FONT}><defs><linearGradient id="legend-ramp">${stops}</linearGradient></defs>` +
      `<rect width="${width}" height="${height}" rx="8" fill="${colours.card}" stroke="${colours.card_line}"/>` +
      `<text x="12" y="19" font-size="12" font-weight="600" fill="${colours.text}">${escape(content.label)}` +
      `<tspan dx="5" font-weight="400" fill="${colours.text_soft}">${escape(content.unit)}</tspan></text>` +
      `<rect x="12" y="26" width="${inner}" height="9" rx="2" fill="url(#legend-ramp)"/>` + ticks +
      word(12, 60, content.ends[0], colours.text_soft) +
      word(width - 12, 60, content.ends[1], colours.text_soft, 'text-anchor="end"') + items + "</g>";
  }

  function svg(gd, content, labels, theme) {
    const width = gd.clientWidth, tall = gd.clientHeight, colours = theme.palette;
    const copy = gd.querySelector("svg.main-svg").cloneNode(true);
    copy.querySelectorAll(".infolayer, .hoverlayer, .outline-hovered").forEach(node => node.remove());
    copy.querySelectorAll(".scatterlayer text").forEach(node => { // what the style sheet does on the page
      node.style.paintOrder = "stroke";
      node.style.stroke = colours.card;
      node.style.strokeWidth = "3px";
    });
    const inner = new XMLSerializer().serializeToString(copy).replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "")
      .replace(/url\((&quot;|"|')?[^#)]*#([^)&"']+)(&quot;|"|')?\)/g, "url(#$2)");
    return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
      `width="${width}" height="${tall}" viewBox="0 0 ${width} ${tall}">` +
      `<rect width="100%" height="100%" fill="${colours.sea}"/>${inner}` +
      (content ? legendMarkup(content, labels, colours, tall) : "") + "</svg>";
  }

  /* Calls back with a PNG data URL, `factor` picture dots to a screen dot; with "" if it cannot be drawn. */
  function png(markup, width, tall, factor, done) {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = width * factor;
      canvas.height = tall * factor;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      done(canvas.toDataURL("image/png"));
    };
    image.onerror = () => done("");
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(markup);
  }

  return {svg, png};
})();
