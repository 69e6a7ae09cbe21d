// The field for a signature: strokes on 1000 × 400, as the server reads them (training.domain.pen).

const LONGEST = 20000; // characters, as the server allows
const MOST = LONGEST / 5; // numbers: "1000," is the longest
const STEP = 4; // shorter steps show nothing
const SHORTEST = 60; // a dot or a slip of the finger is no signature

/**
 * Lets people draw on the canvas in `field`, and begin again.
 * @param {(text: string) => void} onchange  the drawing as it is sent; "" while it is none
 */
export function pad(field, { before = "", onchange = () => {} } = {}) {
  const canvas = field.querySelector("canvas");
  const pen = canvas.getContext("2d");
  const strokes = before ? JSON.parse(before) : [];
  let stroke = null;

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

  function begin(event) {
    canvas.setPointerCapture(event.pointerId);
    stroke = place(canvas, event);
    strokes.push(stroke);
  }

  function go(event) {
    if (!stroke || strokes.flat().length >= MOST) return;
    const [x, y] = place(canvas, event);
    if (Math.hypot(x - stroke.at(-2), y - stroke.at(-1)) < STEP) return;
    stroke.push(x, y);
    show();
  }

  function end() {
    stroke = null;
    onchange(length(strokes) < SHORTEST ? "" : JSON.stringify(strokes));
  }

  canvas.addEventListener("pointerdown", begin);
  canvas.addEventListener("pointermove", go);
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  field.querySelector("[data-wipe]").addEventListener("click", () => {
    strokes.length = 0;
    show();
    end();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();
}

function place(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const inside = (value, limit) => Math.max(0, Math.min(limit, Math.round(value)));
  return [
    inside(((event.clientX - box.left) / box.width) * canvas.width, canvas.width),
    inside(((event.clientY - box.top) / box.height) * canvas.height, canvas.height),
  ];
}

function length(strokes) {
  let sum = 0;
  for (const one of strokes) {
    for (let i = 2; i < one.length; i += 2) sum += Math.hypot(one[i] - one[i - 2], one[i + 1] - one[i - 1]);
  }
  return sum;
}
