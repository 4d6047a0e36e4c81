import { scatter } from '../../components/scatter';

type Colour = (name: string) => string;

/**
 * Paints the evening once: dusk, glow, stars, the far hill. A painted picture costs nothing while petals fall before it;
 * gradients would be worked out anew for every frame.
 */
export function paintSky(canvas: HTMLCanvasElement, width: number, height: number): void {
  const brush = width > 0 && height > 0 ? canvas.getContext('2d') : null;
  if (!brush) return;
  const finely = Math.min(devicePixelRatio || 1, 2);
  canvas.width = Math.round(width * finely);
  canvas.height = Math.round(height * finely);
  brush.scale(finely, finely);
  const style = getComputedStyle(canvas);
  const colour: Colour = (name) => style.getPropertyValue(`--evening-${name}`).trim();
  dusk(brush, width, height, colour);
  glow(brush, width, height, colour);
  stars(brush, width, height);
  farHill(brush, width, height);
}

function dusk(brush: CanvasRenderingContext2D, width: number, height: number, colour: Colour): void {
  const fall = brush.createLinearGradient(0, 0, 0, height);
  fall.addColorStop(0, colour('high'));
  fall.addColorStop(0.38, colour('mid'));
  fall.addColorStop(0.66, colour('plum'));
  fall.addColorStop(1, colour('rose'));
  brush.fillStyle = fall;
  brush.fillRect(0, 0, width, height);
}

function glow(brush: CanvasRenderingContext2D, width: number, height: number, colour: Colour): void {
  brush.save();
  brush.translate(width / 2, height * 1.04);
  brush.scale(width * 0.62, height * 0.58);
  const light = brush.createRadialGradient(0, 0, 0, 0, 0, 1);
  light.addColorStop(0, colour('glow'));
  light.addColorStop(0.3, 'rgb(236 150 108 / 72%)');
  light.addColorStop(0.65, 'rgb(214 118 106 / 30%)');
  light.addColorStop(1, 'rgb(190 100 110 / 0%)');
  brush.fillStyle = light;
  brush.fillRect(-1, -2, 2, 2);
  brush.restore();
}

/** Fewer and fainter towards the glow, none where words stand. */
function stars(brush: CanvasRenderingContext2D, width: number, height: number): void {
  const next = scatter(3);
  const unit = Math.max(width / 1000, height / 640);
  brush.fillStyle = '#fff4dd';
  for (let i = 0; i < 130; i += 1) {
    const [x, y, size] = [next(), next() ** 1.5 * 0.62, 0.55 + next() ** 4 * 1.7];
    const light = (0.35 + next() * 0.6) * (1 - y / 0.72);
    if (x > 0.235 && x < 0.765 && y > 0.09 && y < 0.4) continue;
    brush.globalAlpha = light;
    brush.beginPath();
    brush.arc(x * width, y * height, size * unit * 0.8, 0, Math.PI * 2);
    brush.fill();
  }
  brush.globalAlpha = 1;
}

function farHill(brush: CanvasRenderingContext2D, width: number, height: number): void {
  const [across, up] = [width / 1000, (height * 0.14) / 120];
  brush.save();
  brush.translate(0, height * 0.86);
  brush.scale(across, up);
  brush.fillStyle = 'rgb(141 74 102 / 55%)';
  brush.fill(new Path2D('M0 62C120 30 260 22 400 44 560 70 720 30 1000 50V121H0Z'));
  brush.restore();
}
