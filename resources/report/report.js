"use strict";
/* The report's own script: tables that can be sorted, and the map. It asks the network for nothing. */
(() => {
  const blank = key => key === "" || Number.isNaN(key);

  function keyOf(cell) {
    return cell.dataset.key === undefined ? cell.textContent.trim().toLowerCase() : parseFloat(cell.dataset.key);
  }
  function sort(table, column) {
    const heads = [...table.tHead.rows[0].cells], head = heads[column], body = table.tBodies[0];
    const first = head.classList.contains("number") && column ? "descending" : "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? other : first, sign = order === "ascending" ? 1 : -1;
    const rows = [...body.rows].map((row, at) => ({row, at, key: keyOf(row.cells[column])}));
    rows.sort((a, b) => {
      if (blank(a.key) || blank(b.key)) return blank(a.key) - blank(b.key) || a.at - b.at; // unknown comes last
      if (a.key === b.key) return a.at - b.at;
      return sign * (typeof a.key === "string" ? a.key.localeCompare(b.key) : a.key - b.key);
    });
    heads.forEach(one => one.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    body.append(...rows.map(one => one.row));
  }
  document.querySelectorAll("table.sortable").forEach(table => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = head.querySelector("button");
      if (button) button.addEventListener("click", () => sort(table, column));
    });
  });

  const target = document.getElementById("map"), state = document.getElementById("map-data");
  const ready = () => { document.documentElement.dataset.ready = "yes"; };
  if (!target || !state || !window.Plotly) { ready(); return; }
  const data = JSON.parse(state.textContent);
  const PRINTED = 686, PRINTED_HEIGHT = 324; // pixels on paper; report.css has the same
  const draw = (width, height) => window.Plotly.react(target, data.traces, {...data.layout, width, height},
    {displayModeBar: false, scrollZoom: true, responsive: false});
  const fit = () => draw(target.clientWidth || PRINTED, target.clientHeight || PRINTED_HEIGHT);
  fit().then(ready, ready);
  let width = target.clientWidth;
  new ResizeObserver(() => {
    if (target.clientWidth && target.clientWidth !== width) { width = target.clientWidth; fit(); }
  }).observe(target);
  window.addEventListener("beforeprint", () => draw(PRINTED, PRINTED_HEIGHT));
  window.addEventListener("afterprint", fit);
})();
