// The world map: painted into a canvas once per change, under shapes that are not painted themselves
// and carry names, focus and clicks. Some 250 outlined shapes painted as SVG cost a second without a
// graphics card, at each frame in which the page around them fades.
const geometries = new Map(); // address -> promise: one fetch per browser page
const drawings = new WeakMap(); // element -> what is drawn in it

const SILENT = { ground: "theme.SILENT", line: "theme.HATCH", step: 6 };
const DISPUTED = { ground: "theme.PAPER", line: "theme.FAINT", step: 4.2 };
const RING = { radius: 6.5, least: 3.8, line: 2.2, edge: 5, of: 130 }; // pixels of an alert's mark; its edge parts it from every ground
const FILLED = 2; // strength of an alert whose ring is filled
const THICK = 0.28; // of a hatching's step

const STYLE = `
.ew-map { position: relative; color: theme.INK; }
.ew-map .sheet { position: relative; background: theme.PAPER; }
.ew-map canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.ew-map svg { position: relative; display: block; width: 100%; height: auto; }
.ew-map [data-id] { fill: none; stroke: none; pointer-events: fill; vector-effect: non-scaling-stroke; outline: none; }
.ew-map [data-id].live { cursor: pointer; }
.ew-map [data-id].live:hover, .ew-map [data-id]:focus { stroke: theme.FOCUS; stroke-width: 2.2; }
.ew-map .card { position: absolute; z-index: 5; box-sizing: border-box; width: max-content; max-width: min(320px, 100%);
  background: theme.PAPER; color: theme.INK; border: 1px solid theme.EDGE; border-radius: 6px; padding: 8px 10px;
  font-size: 13.5px; line-height: 1.35; box-shadow: 0 2px 10px rgba(0, 0, 0, .2); }
.ew-map .card b { font-weight: 600; }
.ew-map .card p { margin: 0 0 4px; }
.ew-map .card .spark { width: 192px; height: 52px; margin: 4px 0; }
.ew-map .card button { font: inherit; font-weight: 600; color: theme.LINK; text-decoration: underline; background: none; border: 0; padding: 2px 0; cursor: pointer; }
.ew-map button:focus-visible { outline: 3px solid theme.FOCUS; outline-offset: 1px; }
.ew-map .legend { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; font-size: 14px; margin-top: 6px; }
.ew-map .legend b { font-weight: 600; }
.ew-map .key { display: inline-flex; gap: 6px; align-items: center; }
.ew-map .legend button { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 4px; padding: 1px 4px; margin: 0 -4px; cursor: pointer; }
.ew-map .legend button:hover { border-color: theme.EDGE; }
.ew-map .legend button[aria-pressed="true"] { border-color: theme.FOCUS; background: theme.BAR; font-weight: 600; text-decoration: underline; }
.ew-map .dim { pointer-events: none !important; }
.ew-map .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.ew-map .key i { width: 22px; height: 14px; flex: none; border: 1px solid theme.EDGE;
  forced-color-adjust: none; print-color-adjust: exact; }
.ew-map .key i.ring { width: 15px; height: 15px; border-radius: 50%; border: 2.5px solid theme.ALERT; }
.ew-map .key i.filled { background: theme.ALERT; }
.ew-map .small { font-size: 12.5px; line-height: 1.4; color: theme.MUTED; margin: 6px 0 0; }
${BARS}`;

async function fetched(address) {
  const world = await (await fetch(address)).json();
  for (const area of world.areas) if (area.d) area.path = new Path2D(area.d);
  return world;
}

function load(address) {
  if (!geometries.has(address)) geometries.set(address, fetched(address));
  return geometries.get(address);
}

// What is framed: the union of the boxes asked for, in the world's own proportions.
function frame(world, ids) {
  const whole = [0, 0, world.width, world.height];
  if (!ids) return whole;
  const wanted = new Set(ids);
  const boxes = world.areas.filter((area) => wanted.has(area.id) && area.kind !== "disputed").map((area) => area.box);
  if (!boxes.length) return whole;
  let [x0, y0, x1, y1] = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]);
  const margin = 0.04 * Math.max(x1 - x0, y1 - y0) + 20;
  x0 -= margin; y0 -= margin; x1 += margin; y1 += margin;
  const ratio = world.width / world.height;
  const width = Math.max(x1 - x0, (y1 - y0) * ratio, world.width / 12);
  const height = width / ratio;
  return [(x0 + x1 - width) / 2, (y0 + y1 - height) / 2, width, height];
}

// A tile in pixels of the screen, so that its lines stay sharp; `ratio` is screen pixels in a pixel.
function hatched(context, { ground, line, step }, ratio) {
  const side = Math.max(2, Math.round(step * Math.SQRT2 * ratio));
  const tile = document.createElement("canvas");
  tile.width = tile.height = side;
  const pen = tile.getContext("2d", { willReadFrequently: true });
  pen.fillStyle = ground;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = line;
  pen.lineWidth = step * THICK * ratio;
  for (const shift of [-side, 0, side]) {
    pen.moveTo(shift - side, side * 2);
    pen.lineTo(shift + side * 2, -side);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, "repeat");
  pattern.setTransform(context.getTransform().inverse());
  return pattern;
}

// A mark only where it says something: a value, or a State that has no shape at all.
const marked = (area, spec) => area.mark && (spec.values[area.id] !== undefined || area.kind === "point");

const silent = (area, spec) => !spec.labels[area.id] || spec.values[area.id] === undefined;

// "willReadFrequently" keeps the canvas with the processor: through an emulated graphics card, as on
// many remote desktops, the same picture takes some three seconds instead of a twentieth of one.
function paint(canvas, world, spec, box, ratio, seen) {
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  const scale = canvas.width / box[2];
  const pixel = ratio / scale; // units in a pixel
  context.fillStyle = "theme.PAPER";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.setTransform(scale, 0, 0, scale, -box[0] * scale, -box[1] * scale);
  context.lineJoin = "miter";
  context.miterLimit = 4;
  const hatches = { silent: hatched(context, SILENT, ratio), disputed: hatched(context, DISPUTED, ratio) };
  const inside = spec.inside && new Set(spec.inside);
  const ink = (area, path, border, width, dash = []) => {
    const value = spec.values[area.id];
    if (area.kind === "disputed") context.fillStyle = hatches.disputed;
    else if ((inside && !inside.has(area.id)) || !seen(area.id)) context.fillStyle = SILENT.ground;
    else context.fillStyle = value === undefined ? hatches.silent : spec.classes[value].colour;
    context.fill(path, "evenodd");
    context.strokeStyle = border;
    context.lineWidth = width * pixel;
    context.setLineDash(dash.map((part) => part * pixel));
    context.stroke(path);
  };
  for (const area of world.areas) {
    if (!area.path) continue;
    if (area.kind === "disputed") ink(area, area.path, "theme.EDGE", 0.9, [2, 2]);
    else ink(area, area.path, silent(area, spec) || !seen(area.id) ? "theme.PALE" : "theme.EDGE", 0.7);
  }
  for (const area of world.areas) {
    if (!marked(area, spec)) continue;
    const dot = new Path2D();
    dot.arc(area.x, area.y, 3.2 * pixel, 0, 2 * Math.PI);
    ink(area, dot, silent(area, spec) || !seen(area.id) ? "theme.PALE" : "theme.MUTED", 0.8);
  }
  context.setLineDash([]);
  const radius = Math.min(RING.radius, Math.max(RING.least, canvas.width / ratio / RING.of));
  for (const area of world.areas) if (seen(area.id)) ring(context, spec.alerts[area.id], area, radius, pixel);
}

// The mark of an alert: a ring, filled where the alert is strong.
function ring(context, strength, { x, y }, radius, pixel) {
  if (!strength) return;
  context.beginPath();
  context.arc(x, y, radius * pixel, 0, 2 * Math.PI);
  for (const [colour, width] of [["theme.PAPER", RING.edge], ["theme.ALERT", RING.line]]) {
    context.strokeStyle = colour;
    context.lineWidth = width * pixel;
    context.stroke();
  }
  context.fillStyle = "theme.ALERT";
  if (strength === FILLED) context.fill();
}

export function draw(component) {
  const { parentElement, data: spec, setTriggerValue } = component;
  let gone = false;
  let leave = () => {};
  load(spec.geometry).then((world) => {
    if (gone) return;
    const told = JSON.stringify(spec);
    let drawing = drawings.get(parentElement);
    if (drawing?.told !== told || !drawing.root.isConnected) {
      drawing = { told, ...render(parentElement, world, spec, (id) => drawing.choose(id)) };
      drawings.set(parentElement, drawing);
    }
    drawing.choose = (id) => setTriggerValue("chosen", id);
    leave = follow(drawing);
  });
  return () => { gone = true; leave(); };
}

// Paint again when the size changes, and finer for paper.
function follow({ svg, fit }) {
  const screen = () => fit(devicePixelRatio);
  const paper = () => fit(4);
  const watch = new ResizeObserver(screen);
  watch.observe(svg);
  addEventListener("beforeprint", paper);
  addEventListener("afterprint", screen);
  return () => {
    watch.disconnect();
    removeEventListener("beforeprint", paper);
    removeEventListener("afterprint", screen);
  };
}

function render(parent, world, spec, choose) {
  parent.querySelector(".ew-map")?.remove();
  const root = html("div", "ew-map", "", parent);
  root.style.fontFamily = spec.font;
  html("style", "", STYLE, root);
  const box = frame(world, spec.extent);
  const sheet = html("div", "sheet", "", root);
  const canvas = html("canvas", "", "", sheet);
  canvas.setAttribute("aria-hidden", "true");
  const svg = make("svg", { viewBox: box.join(" "), role: "group", "aria-label": spec.words.keys }, sheet);
  const nodes = new Map();
  for (const area of world.areas) {
    if (area.d) nodes.set(area.id, [place(make("path", { d: area.d, "fill-rule": "evenodd" }, svg), area, spec)]);
  }
  for (const area of world.areas) {
    if (!marked(area, spec)) continue;
    const mark = place(make("circle", { cx: area.x, cy: area.y }, svg), area, spec);
    nodes.set(area.id, [...(nodes.get(area.id) || []), mark]);
  }
  const chosen = { classes: new Set(), strengths: new Set() }; // of the legend; none is all
  const seen = (id) =>
    (!chosen.classes.size || chosen.classes.has(spec.values[id])) && (!chosen.strengths.size || chosen.strengths.has(spec.alerts[id]));
  let painted = "";
  const fit = (ratio) => {
    const width = svg.getBoundingClientRect().width;
    const size = `${width} ${ratio}`;
    if (!width || size === painted) return;
    painted = size;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round((width * ratio * box[3]) / box[2]);
    svg.querySelectorAll("circle").forEach((mark) => mark.setAttribute("r", (3.2 * box[2]) / width));
    paint(canvas, world, spec, box, ratio, seen);
  };
  const choices = behave(root, svg, world, spec, nodes, choose, seen);
  under(root, spec, chosen, () => {
    for (const [id, shapes] of nodes) for (const shape of shapes) dim(shape, seen(id));
    choices();
    painted = "";
    fit(devicePixelRatio);
    return Object.keys(spec.values).filter(seen).length;
  });
  fit(devicePixelRatio);
  root.dataset.drawn = spec.title; // what is drawn, once it is
  return { root, svg, fit };
}

function place(node, area, spec) {
  const label = spec.labels[area.id];
  node.dataset.id = area.id;
  if (area.kind === "disputed") {
    node.classList.add("disputed");
    node.setAttribute("aria-hidden", "true");
  } else if (label) {
    node.classList.add("live");
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "-1");
    node.setAttribute("aria-label", label);
  }
  return node;
}

// What the legend leaves out is ground: not for the pointer, not for a screen reader.
function dim(node, seen) {
  if (!node.classList.contains("live")) return;
  node.classList.toggle("dim", !seen);
  if (seen) node.removeAttribute("aria-hidden");
  else node.setAttribute("aria-hidden", "true");
}

const LINGER = 300; // milliseconds in which the pointer can go from a country to its card

// What is known of a country at a glance, beside it: for pointer, keyboard and finger.
function cards(root, svg, spec, choose) {
  const card = html("div", "card", "", root);
  card.id = "ew-map-card";
  card.setAttribute("role", "tooltip");
  let shown = null;
  let timer = 0;
  const hide = () => { card.hidden = true; shown = null; };
  const stay = () => clearTimeout(timer);
  const leave = () => { stay(); timer = setTimeout(hide, LINGER); };
  hide();
  const fill = (id, text, open) => {
    card.replaceChildren();
    html("p", "", text, card);
    const told = spec.cards[id];
    if (told) {
      const [stage, alert, months, peak, hrc, sc] = told;
      const say = (name, words) => { html("b", "", `${name}: `, html("p", "", "", card)).after(words); };
      if (alert) say(spec.words.alert, alert);
      if (stage) say(spec.words.stage, stage);
      sparkline(card, months, spec.states, peak);
      html("p", "small", peak, card).setAttribute("aria-hidden", "true");
      say(spec.words.hrc, hrc);
      say(spec.words.sc, sc);
    }
    if (!open) return;
    const button = html("button", "", spec.words.open, card);
    button.type = "button";
    button.tabIndex = -1; // the keyboard opens with Enter on the country itself
    button.addEventListener("click", () => choose(id));
  };
  const show = (id, text, open, x, y) => {
    stay();
    if (!text || shown === id + text) return;
    shown = id + text;
    fill(id, text, open);
    card.hidden = false;
    const room = root.clientWidth - card.offsetWidth;
    card.style.left = `${Math.max(0, x + 12 > room ? Math.min(room, x - card.offsetWidth - 12) : x + 12)}px`;
    const above = y - card.offsetHeight - 14; // where it would cover the legend and has room
    card.style.top = `${y + 14 + card.offsetHeight > svg.clientHeight && above > 0 ? above : y + 14}px`;
  };
  card.addEventListener("pointerenter", stay);
  card.addEventListener("pointerleave", leave);
  card.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays on the country
  return { card, show, hide, leave, shows: (id) => !card.hidden && (shown || "").startsWith(id) };
}

function behave(root, svg, world, spec, nodes, choose, seen) {
  const { card, show, hide, leave, shows } = cards(root, svg, spec, choose);
  const say = (target, x, y) => {
    const id = target?.dataset?.id;
    const text = target?.classList.contains("disputed") ? spec.disputed.label : spec.labels[id];
    if (text) show(id, text, target.classList.contains("live"), x, y);
    else leave();
  };
  const at = (event) => {
    const edge = root.getBoundingClientRect();
    return [event.clientX - edge.left, event.clientY - edge.top];
  };
  svg.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") say(event.target.closest("[data-id]"), ...at(event));
  });
  svg.addEventListener("pointerleave", leave);
  let ready = true; // whether the card was there before the press, which itself gives the focus
  svg.addEventListener("pointerdown", (event) => {
    ready = event.pointerType !== "touch" || shows(event.target.dataset?.id);
  });
  svg.addEventListener("click", (event) => {
    const target = event.target.closest(".live");
    if (!target) return;
    // A finger cannot hover: its first touch shows the card, and the card or a second touch opens.
    if (!ready) say(target, ...at(event));
    else choose(target.dataset.id);
  });

  // One tab stop; arrows go to the nearest area in their direction, Enter opens it, Escape closes its card.
  const stops = world.areas.filter((area) => nodes.has(area.id) && spec.labels[area.id] && area.kind !== "disputed");
  const node = (area) => nodes.get(area.id).at(-1);
  const first = () =>
    stops.filter((area) => seen(area.id)).reduce((best, area) => ((spec.values[area.id] ?? -1) > (spec.values[best?.id] ?? -1) || !best ? area : best), null);
  let here = null;
  const stop = (area) => {
    if (here) node(here).setAttribute("tabindex", "-1");
    here = area;
    if (here) node(here).setAttribute("tabindex", "0");
  };
  stop(first());
  for (const area of stops) node(area).setAttribute("aria-describedby", card.id);
  svg.addEventListener("focusin", (event) => {
    const place = event.target.getBoundingClientRect();
    const edge = root.getBoundingClientRect();
    say(event.target, place.left + place.width / 2 - edge.left, place.top + place.height / 2 - edge.top);
  });
  svg.addEventListener("focusout", leave); // not at once: a press on the card takes the focus away
  const turns = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  root.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  svg.addEventListener("keydown", (event) => {
    if (!here) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(here.id);
    }
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    let best = null;
    let least = Infinity;
    for (const area of stops) {
      if (area === here || !seen(area.id)) continue;
      const along = (area.x - here.x) * turn[0] + (area.y - here.y) * turn[1];
      const aside = Math.abs((area.x - here.x) * turn[1]) + Math.abs((area.y - here.y) * turn[0]);
      if (along > 0 && along + 2 * aside < least) { best = area; least = along + 2 * aside; }
    }
    if (!best) return;
    stop(best);
    node(best).focus({ preventScroll: true });
  });
  return () => { if (!here || !seen(here.id)) stop(first()); };
}

function key(parent, fill, label) {
  const entry = html("span", "key", "", parent);
  html("i", "", "", entry).style.background = fill;
  entry.append(label);
}

function stripes({ ground, line, step }) {
  const edge = step * (1 - THICK);
  return `repeating-linear-gradient(135deg, ${ground} 0 ${edge}px, ${line} ${edge}px ${step}px)`;
}

// The legend; a class or a strength of alert chosen in it is shown alone, and chosen again no longer.
function under(root, spec, chosen, changed) {
  const legend = html("div", "legend", "", root);
  legend.setAttribute("role", "group");
  legend.setAttribute("aria-label", spec.words.choose);
  html("b", "", spec.words.legend, legend);
  const told = html("div", "heard", "", root);
  told.setAttribute("role", "status");
  const buttons = [];
  const choice = (set, value, label) => {
    const button = html("button", "key", "", legend);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    const sign = html("i", "", "", button);
    button.append(label);
    button.addEventListener("click", () => {
      if (!set.delete(value)) set.add(value);
      tell();
    });
    buttons.push([button, set, value]);
    return sign;
  };
  const tell = () => {
    for (const [button, set, value] of buttons) button.setAttribute("aria-pressed", String(set.has(value)));
    all.hidden = !chosen.classes.size && !chosen.strengths.size;
    told.textContent = spec.words.shown.replace("{shown}", changed()).replace("{all}", Object.keys(spec.values).length);
  };
  spec.classes.forEach((kind, place) => {
    choice(chosen.classes, place, `${kind.label} (${kind.count})`).style.background = kind.colour;
  });
  for (const kind of spec.rings) {
    choice(chosen.strengths, kind.strength, `${kind.label} (${kind.count})`).className = kind.strength === FILLED ? "ring filled" : "ring";
  }
  key(legend, stripes(SILENT), spec.silent.label);
  key(legend, stripes(DISPUTED), spec.disputed.label);
  const all = html("button", "", spec.words.all, legend);
  all.type = "button";
  all.hidden = true;
  all.addEventListener("click", () => {
    chosen.classes.clear();
    chosen.strengths.clear();
    tell();
    buttons[0][0].focus();
  });
  html("p", "small", spec.note, root);
}
