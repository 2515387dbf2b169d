/** The three WebGL programs: thin lines, wide lines, and marks of seven shapes. */

export const SHAPES = ["dot", "square", "diamond", "star", "hexagon", "triangle", "triangleDown"];

const PLACE = `
uniform vec2 u_centre; uniform vec2 u_half; uniform float u_scale;
vec4 place(vec2 spot) { vec2 p = (spot - u_centre) * u_scale / u_half; return vec4(p.x, -p.y, 0., 1.); }`;

const DASH = `
void dash(float along, float length) { if (length > 0. && mod(along, length * 2.) > length) discard; }`;

const LINES = {
  vertex: `#version 300 es
in vec2 a_spot; in vec4 a_colour; in vec2 a_along; out vec4 v_colour; out float v_along;
flat out float v_dash; ${PLACE}
void main() { gl_Position = place(a_spot); v_colour = a_colour; v_along = a_along.x * u_scale; v_dash = a_along.y; }`,
  fragment: `#version 300 es
precision mediump float; in vec4 v_colour; in highp float v_along; flat in float v_dash; out vec4 colour; ${DASH}
void main() { dash(v_along, v_dash); colour = vec4(v_colour.rgb * v_colour.a, v_colour.a); }`,
};

const BANDS = {
  vertex: `#version 300 es
in vec2 a_spot; in vec4 a_colour; in vec2 a_along; in vec3 a_side; out vec4 v_colour; out float v_along;
flat out float v_dash; ${PLACE}
void main() { gl_Position = place(a_spot + a_side.xy * a_side.z / u_scale); v_colour = a_colour;
  v_along = a_along.x * u_scale; v_dash = a_along.y; }`,
  fragment: LINES.fragment,
};

const MARKS = {
  vertex: `#version 300 es
in vec2 a_spot; in vec4 a_colour; in vec3 a_look; out vec4 v_colour; flat out vec3 v_look; ${PLACE}
uniform float u_size; uniform float u_ratio;
void main() { gl_Position = place(a_spot); float size = a_look.x * u_size * u_ratio;
  gl_PointSize = size * 2. + 4.; v_colour = a_colour; v_look = vec3(size, a_look.yz); }`,
  fragment: `#version 300 es
precision highp float; in vec4 v_colour; flat in vec3 v_look; out vec4 colour;
uniform vec4 u_rim; uniform vec4 u_page;
float polygon(vec2 p, float sides, float turn, float radius) {
  float step = 6.2831853 / sides; float angle = atan(p.y, p.x) + turn;
  return length(p) * cos(mod(angle, step) - step * .5) - radius * cos(step * .5); }
float shape(vec2 p, float size, float kind) {
  if (kind < .5) return length(p) - size * .92;
  if (kind < 1.5) { vec2 d = abs(p) - size * .8; return max(d.x, d.y); }
  if (kind < 2.5) return (abs(p.x) + abs(p.y) - size * 1.08) * .7071;
  if (kind < 3.5) { float a = atan(p.x, -p.y); float s = 6.2831853 / 5.; a = abs(mod(a + s * .5, s) - s * .5);
    vec2 q = length(p) * vec2(cos(a), sin(a)); vec2 tip = vec2(size * 1.15, 0.);
    vec2 dip = size * .55 * vec2(cos(s * .5), sin(s * .5)); vec2 e = dip - tip;
    return dot(q - tip, normalize(vec2(e.y, -e.x))); }
  if (kind < 4.5) return polygon(p, 6., 0., size);
  if (kind < 5.5) return polygon(p + vec2(0., -size * .15), 3., 1.5707963, size * 1.15);
  return polygon(vec2(p.x, -p.y) + vec2(0., -size * .15), 3., 1.5707963, size * 1.15); }
void main() { float size = v_look.x; vec2 p = (gl_PointCoord - .5) * (size * 2. + 4.);
  float far = shape(p, size, v_look.y); float inside = 1. - smoothstep(-.6, .6, far);
  if (inside <= 0.) discard;
  float core = 1. - smoothstep(-.6, .6, far + clamp(size * .16, .6, 1.6));
  vec3 edge = mix(v_colour.rgb, u_rim.rgb, .5);
  vec4 rim = v_look.z > .5 ? v_colour : vec4(edge, v_colour.a);
  vec4 fill = v_look.z > .5 ? vec4(mix(u_page.rgb, v_colour.rgb, .25), v_colour.a) : v_colour;
  vec4 mixed = mix(rim, fill, core); float alpha = mixed.a * inside;
  colour = vec4(mixed.rgb * alpha, alpha); }`,
};

export interface Program {
  readonly program: WebGLProgram;
  attribute(name: string): number;
  uniform(name: string): WebGLUniformLocation | null;
}

export type ProgramName = "lines" | "bands" | "marks";

/** Return the compiled programs; throws when the browser refuses one. */
export function compiled(gl: WebGL2RenderingContext): Record<ProgramName, Program> {
  return { lines: linked(gl, LINES), bands: linked(gl, BANDS), marks: linked(gl, MARKS) };
}

function linked(gl: WebGL2RenderingContext, texts: { vertex: string; fragment: string }): Program {
  const program = gl.createProgram();
  for (const [type, text] of [
    [gl.VERTEX_SHADER, texts.vertex],
    [gl.FRAGMENT_SHADER, texts.fragment],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error("the browser makes no shader");
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(gl.getProgramInfoLog(program) ?? "a program was not linked");
  }
  return {
    program,
    attribute: (name) => gl.getAttribLocation(program, name),
    uniform: (name) => gl.getUniformLocation(program, name),
  };
}
