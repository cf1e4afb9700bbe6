// Deaths by month as small bars, before the scripts that draw them beside a name.
const SVG = "http://www.w3.org/2000/svg";
const BAR = { pitch: 4, width: 3, height: 24, stroke: 1.6 }; // pixels

const BARS = `
.spark { display: block; flex: none; overflow: visible; }
.spark .final { fill: theme.INK; }
.spark .candidate, .spark .lower_bound { fill: theme.EDGE; }
.spark .break { stroke: theme.EDGE; stroke-width: 1; stroke-dasharray: 2 2; }
@media (forced-colors: active) { .spark rect { fill: CanvasText; } .spark .break { stroke: CanvasText; } }
`;

function make(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (parent) parent.append(node);
  return node;
}

function html(name, className, text, parent) {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text) node.textContent = text;
  parent.append(node);
  return node;
}

// A month without data has no bar, none recorded a hair's breadth, a lower bound a stroke at its height
// and no bar; a dotted line parts the states of the record, which are never joined.
function sparkline(parent, months, states, label) {
  const width = months.length * BAR.pitch;
  const svg = make("svg", { class: "spark", viewBox: `0 0 ${width} 26`, width, height: 26, role: "img", "aria-label": label }, parent);
  const most = Math.max(1, ...months.filter((deaths) => deaths !== null));
  months.forEach((deaths, place) => {
    if (deaths === null) return;
    const { key } = states.findLast((state) => state.start <= place);
    const tall = deaths ? Math.max(2, (deaths / most) * BAR.height) : 0.8;
    const drawn = key === "lower_bound" ? Math.min(tall, BAR.stroke) : tall;
    make("rect", { class: key, x: place * BAR.pitch + 0.5, y: 25 - tall, width: BAR.width, height: drawn }, svg);
  });
  for (const { start } of states) {
    if (start) make("line", { class: "break", x1: start * BAR.pitch, x2: start * BAR.pitch, y1: 0, y2: 25 }, svg);
  }
}
