/** Paths, step by step: lines, curves and arcs (SVG 2, 9.3). */
import type { Path } from '../document/path.ts';

/** Gathers the steps of a path. */
export class PathBuilder {
  readonly #steps: string[] = [];
  readonly #points: number[] = [];

  move(x: number, y: number): this {
    this.#steps.push('m');
    this.#points.push(x, y);
    return this;
  }

  line(x: number, y: number): this {
    this.#steps.push('l');
    this.#points.push(x, y);
    return this;
  }

  curve(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this {
    this.#steps.push('c');
    this.#points.push(x1, y1, x2, y2, x, y);
    return this;
  }

  close(): this {
    this.#steps.push('h');
    return this;
  }

  /** An arc of an ellipse to `x`, `y` (SVG 2, B.2.4), as curves of a quarter at most. */
  arc(
    from: readonly [number, number],
    radii: readonly [number, number],
    turn: number,
    large: boolean,
    sweep: boolean,
    x: number,
    y: number,
  ): this {
    const [x0, y0] = from;
    if (x0 === x && y0 === y) return this;
    let [rx, ry] = [Math.abs(radii[0]), Math.abs(radii[1])];
    if (rx === 0 || ry === 0) return this.line(x, y);
    const phi = (turn * Math.PI) / 180;
    const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
    const dx = (cos * (x0 - x) + sin * (y0 - y)) / 2;
    const dy = (cos * (y0 - y) - sin * (x0 - x)) / 2;
    const short = (dx / rx) ** 2 + (dy / ry) ** 2;
    if (short > 1) {
      rx *= Math.sqrt(short);
      ry *= Math.sqrt(short);
    }
    const rest = Math.max(
      0,
      ((rx * ry) ** 2 - (rx * dy) ** 2 - (ry * dx) ** 2) / ((rx * dy) ** 2 + (ry * dx) ** 2),
    );
    const side = (large === sweep ? -1 : 1) * Math.sqrt(rest);
    const [ux, uy] = [(side * rx * dy) / ry, (-side * ry * dx) / rx];
    const [cx, cy] = [cos * ux - sin * uy + (x0 + x) / 2, sin * ux + cos * uy + (y0 + y) / 2];
    const start = Math.atan2((dy - uy) / ry, (dx - ux) / rx);
    let sweepAngle = Math.atan2((-dy - uy) / ry, (-dx - ux) / rx) - start;
    if (sweep && sweepAngle < 0) sweepAngle += 2 * Math.PI;
    if (!sweep && sweepAngle > 0) sweepAngle -= 2 * Math.PI;
    const parts = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
    const step = sweepAngle / parts;
    const handle = (4 / 3) * Math.tan(step / 4);
    const at = (angle: number, along: number): [number, number] => {
      const px = rx * (Math.cos(angle) - along * Math.sin(angle));
      const py = ry * (Math.sin(angle) + along * Math.cos(angle));
      return [cos * px - sin * py + cx, sin * px + cos * py + cy];
    };
    for (let i = 0; i < parts; i++) {
      const [a, b] = [start + i * step, start + (i + 1) * step];
      const end: readonly [number, number] = i === parts - 1 ? [x, y] : at(b, 0);
      this.curve(...at(a, handle), ...at(b, -handle), ...end);
    }
    return this;
  }

  get path(): Path {
    return { steps: this.#steps.join(''), points: this.#points };
  }
}
