// Everything works without this file: the name is typed. It lets people draw, and notes what the device's clock says.
const form = document.querySelector("[data-signing]");
const pad = form.querySelector("[data-pad]");
const canvas = pad.querySelector("canvas");
const pen = canvas.getContext("2d");
const drawing = form.elements.drawing;
const LONGEST = 20000; // characters, as the server allows
let strokes = drawing.value ? JSON.parse(drawing.value) : [];
let stroke = null;

function place(event) {
  const box = canvas.getBoundingClientRect();
  const inside = (value, limit) => Math.max(0, Math.min(limit, Math.round(value)));
  return [
    inside(((event.clientX - box.left) / box.width) * canvas.width, canvas.width),
    inside(((event.clientY - box.top) / box.height) * canvas.height, canvas.height),
  ];
}

function show() {
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.lineWidth = 6;
  pen.lineCap = pen.lineJoin = "round";
  pen.strokeStyle = getComputedStyle(canvas).color;
  for (const one of strokes) {
    pen.beginPath();
    pen.moveTo(one[0], one[1]);
    for (let i = 2; i < one.length; i += 2) pen.lineTo(one[i], one[i + 1]);
    pen.stroke();
  }
}

function keep() {
  const text = JSON.stringify(strokes);
  if (text.length <= LONGEST) drawing.value = strokes.length ? text : "";
}

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  stroke = place(event);
  strokes.push(stroke);
});
canvas.addEventListener("pointermove", (event) => {
  if (!stroke) return;
  const [x, y] = place(event);
  if (Math.hypot(x - stroke.at(-2), y - stroke.at(-1)) < 4) return;
  stroke.push(x, y);
  show();
});
for (const end of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(end, () => {
    stroke = null;
    keep();
  });
}
pad.querySelector("[data-wipe]").addEventListener("click", () => {
  strokes = [];
  keep();
  show();
});
form.addEventListener("submit", () => {
  form.elements.said_at.value = new Date().toISOString();
});
pad.hidden = false;
show();
