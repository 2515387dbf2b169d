/** Draws a sheet with WebGL 2 into one canvas. */

import type { View } from "../state/state";
import type { Size } from "./camera";
import { colour, type Inks } from "./colours";
import { compiled, type Program, type ProgramName } from "./programs";
import { BAND_FLOATS, LINE_FLOATS, MARK_FLOATS, type Sheet } from "./sheet";

const LAYOUTS: Record<ProgramName, { floats: number; parts: [string, number, number][] }> = {
  lines: {
    floats: LINE_FLOATS,
    parts: [
      ["a_spot", 2, 0],
      ["a_colour", 4, 2],
      ["a_along", 2, 3],
    ],
  },
  bands: {
    floats: BAND_FLOATS,
    parts: [
      ["a_spot", 2, 0],
      ["a_colour", 4, 2],
      ["a_along", 2, 3],
      ["a_side", 3, 5],
    ],
  },
  marks: {
    floats: MARK_FLOATS,
    parts: [
      ["a_spot", 2, 0],
      ["a_colour", 4, 2],
      ["a_look", 3, 3],
    ],
  },
};
const NAMES = ["lines", "bands", "marks"] as const;

export class Painter {
  private readonly gl: WebGL2RenderingContext;
  private programs: Record<ProgramName, Program>;
  private arrays: Record<ProgramName, { array: WebGLVertexArrayObject; buffer: WebGLBuffer }>;
  private counts: Record<ProgramName, number> = { lines: 0, bands: 0, marks: 0 };

  /** Throws when the browser has no WebGL 2. */
  constructor(canvas: HTMLCanvasElement) {
    const gl = canvas.getContext("webgl2", {
      antialias: true,
      alpha: true,
      preserveDrawingBuffer: true, // pictures are taken of it
      powerPreference: "low-power",
    });
    if (!gl) throw new Error("no WebGL 2");
    this.gl = gl;
    this.programs = compiled(gl);
    this.arrays = this.made();
  }

  /** Make all anew after the browser has lost the context. */
  restore(): void {
    this.programs = compiled(this.gl);
    this.arrays = this.made();
  }

  load(sheet: Sheet): void {
    const { gl } = this;
    for (const name of NAMES) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.arrays[name].buffer);
      gl.bufferData(gl.ARRAY_BUFFER, sheet[name], gl.DYNAMIC_DRAW);
      this.counts[name] = sheet[name].length / LAYOUTS[name].floats;
    }
  }

  /** Draw the sheet; returns how many milliseconds it took, the card's part included. */
  paint(view: View, size: Size, ratio: number, markSize: number, inks: Inks): number {
    const began = performance.now();
    const { gl } = this;
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const [rim, page] = [colour(inks.rim), colour(inks.page)];
    for (const name of NAMES) {
      if (!this.counts[name]) continue;
      const { program, uniform } = this.programs[name];
      gl.useProgram(program);
      gl.uniform2f(uniform("u_centre"), view.x, view.y);
      gl.uniform2f(uniform("u_half"), size.width / 2, size.height / 2);
      gl.uniform1f(uniform("u_scale"), view.scale);
      if (name === "marks") {
        gl.uniform1f(uniform("u_size"), markSize);
        gl.uniform1f(uniform("u_ratio"), ratio);
        gl.uniform4f(uniform("u_rim"), rim[0] / 255, rim[1] / 255, rim[2] / 255, 1);
        gl.uniform4f(uniform("u_page"), page[0] / 255, page[1] / 255, page[2] / 255, 1);
      }
      gl.bindVertexArray(this.arrays[name].array);
      const mode = { lines: gl.LINES, bands: gl.TRIANGLES, marks: gl.POINTS }[name];
      gl.drawArrays(mode, 0, this.counts[name]);
    }
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)); // waits for the card
    return performance.now() - began;
  }

  private made(): Record<ProgramName, { array: WebGLVertexArrayObject; buffer: WebGLBuffer }> {
    const { gl } = this;
    const made = NAMES.map((name) => {
      const array = gl.createVertexArray();
      const buffer = gl.createBuffer();
      gl.bindVertexArray(array);
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      const { floats, parts } = LAYOUTS[name];
      for (const [part, size, offset] of parts) {
        const place = this.programs[name].attribute(part);
        const isColour = part === "a_colour";
        gl.enableVertexAttribArray(place);
        const type = isColour ? gl.UNSIGNED_BYTE : gl.FLOAT;
        gl.vertexAttribPointer(place, size, type, isColour, floats * 4, offset * 4);
      }
      return [name, { array, buffer }] as const;
    });
    return Object.fromEntries(made) as ReturnType<Painter["made"]>;
  }
}
