// A list of situations as a table that any reader can read: each name is a link to its situation.
const STYLE = `
.ew-watch { margin-top: 6px; container-type: inline-size; color: theme.INK; font-size: 14px; line-height: 1.35; }
.ew-watch .sheet { overflow: auto; border: 1px solid theme.RULE; border-radius: 6px; }
.ew-watch .sheet:focus-visible, .ew-watch a:focus-visible { outline: 3px solid theme.FOCUS; outline-offset: -3px; }
.ew-watch table { border-collapse: collapse; width: 100%; }
.ew-watch th, .ew-watch td { text-align: start; vertical-align: top; padding: 6px 10px; border-bottom: 1px solid theme.RULE; font-weight: 400; }
.ew-watch thead th { position: sticky; top: 0; background: theme.BAR; color: theme.MUTED; z-index: 1; }
.ew-watch tbody tr:last-child > * { border-bottom: 0; }
.ew-watch .number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.ew-watch a { color: theme.LINK; text-decoration: underline; font-weight: 600; }
.ew-watch .small { color: theme.MUTED; font-size: 12.5px; }
.ew-watch .bare thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { .ew-watch .sheet { max-height: none !important; overflow: visible; } }
@container (max-width: 820px) {
  .ew-watch .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .ew-watch .wide tr, .ew-watch .wide td, .ew-watch .wide th { display: block; }
  .ew-watch .wide tr { padding: 6px 0; border-bottom: 1px solid theme.RULE; }
  .ew-watch .wide tbody tr > * { border: 0; padding: 2px 10px; text-align: start; }
  .ew-watch .wide td:empty { display: none; }
  .ew-watch .wide td::before { content: attr(data-heading); color: theme.MUTED; margin-inline-end: 8px; }
}
${BARS}`;

export function draw(component) {
  const { parentElement: parent, data: spec, setTriggerValue } = component;
  parent.querySelector(".ew-watch")?.remove();
  const root = html("div", "ew-watch", "", parent);
  root.style.fontFamily = spec.font;
  html("style", "", STYLE, root);
  const sheet = html("div", `sheet ${spec.kind}`, "", root);
  sheet.style.maxHeight = `${spec.height}px`;
  for (const [key, value] of Object.entries({ role: "region", tabindex: "0", "aria-label": spec.title })) sheet.setAttribute(key, value);
  const table = html("table", "", "", sheet);
  table.setAttribute("role", "table"); // which it stays where its rows are stacked
  const head = role(html("tr", "", "", html("thead", "", "", table)), "row");
  for (const { heading, kind } of spec.columns) role(html("th", kind, heading, head), "columnheader");
  const body = html("tbody", "", "", table);
  for (const row of spec.rows) line(role(html("tr", "", "", body), "row"), row, spec, setTriggerValue);
  root.dataset.drawn = spec.title;
  return () => {};
}

function role(node, name) {
  node.setAttribute("role", name);
  return node;
}

function line(parent, [iso3, ...cells], spec, setTriggerValue) {
  cells.forEach((value, place) => {
    const { heading, kind } = spec.columns[place];
    const cell = role(html(kind === "link" ? "th" : "td", kind, "", parent), kind === "link" ? "rowheader" : "cell");
    cell.dataset.heading = heading;
    if (kind === "link") {
      const link = html("a", "", value, cell);
      link.href = spec.address + iso3; // the address ends with the name of its parameter
      link.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        setTriggerValue("chosen", iso3);
      });
    } else if (kind === "months") {
      const [months, told] = value;
      sparkline(cell, months, spec.states, told);
      html("div", "small", told, cell).setAttribute("aria-hidden", "true");
    } else cell.append(value);
  });
}
