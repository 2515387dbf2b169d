/** The engine as the page knows it: a worker made from the page itself, which can be ended. */

import { inflated } from "../../data/inflate";
import type { Ask, Said, Solutions, Start } from "./messages";

/** Why there is no answer. */
export class Fault extends Error {
  /**
   * @param words What the engine, or the page, says.
   * @param line Line of the text that the fault is in, from 1; 0 where that is not known.
   * @param column Column, from 1.
   */
  constructor(
    words: string,
    readonly line = 0,
    readonly column = 0,
    readonly reason: "fault" | "stopped" | "late" = "fault",
  ) {
    super(words);
  }
}

interface Parts {
  engine: Uint8Array;
  record: Uint8Array;
  script: string;
}

export class Engine {
  private parts: Promise<Parts> | null = null;
  private worker: Worker | null = null;
  private ready: Promise<number> | null = null;
  private refuse: ((fault: Fault) => void) | null = null;

  /**
   * @param prefixes Prefixes that need no declaration.
   * @param general See `recordLines`.
   * @param filling Called with the share of the record that the engine has taken in.
   */
  constructor(
    private readonly prefixes: Readonly<Record<string, string>>,
    private readonly general: Readonly<Record<string, readonly string[]>>,
    private readonly filling: (share: number) => void,
  ) {}

  /** Start the engine, if it is not started; resolves with the number of quads. */
  start(): Promise<number> {
    this.ready ??= this.filled().catch((problem: unknown) => {
      this.end();
      throw problem;
    });
    return this.ready;
  }

  /**
   * Return the answer to a query. One query is asked at a time.
   *
   * @param limit Milliseconds after which the engine is ended.
   * @throws Fault when there is none.
   */
  async ask(text: string, limit: number): Promise<Solutions> {
    await this.start();
    const { worker } = this;
    if (!worker) throw new Fault("", 0, 0, "stopped");
    const clock = setTimeout(() => this.stop("late"), limit);
    try {
      const said = this.heard(worker, (each) => each.type === "answer");
      worker.postMessage({ type: "ask", text: this.prefixed(text) } satisfies Ask);
      const answer = await said;
      if (answer.type !== "answer") throw new Fault("");
      return answer.answer;
    } finally {
      clearTimeout(clock);
    }
  }

  /** End the engine and what it is working on; the next query starts it anew. */
  stop(reason: "stopped" | "late" = "stopped"): void {
    this.refuse?.(new Fault("", 0, 0, reason));
    this.end();
  }

  private end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.ready = null;
  }

  private async filled(): Promise<number> {
    this.parts ??= Promise.all(["engine", "record", "worker"].map(inflated)).then(
      ([engine, record, worker]) => ({
        engine: engine ?? new Uint8Array(),
        record: record ?? new Uint8Array(),
        script: new TextDecoder().decode(worker),
      }),
    );
    const { engine, record, script } = await this.parts;
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(address);
    this.worker = worker;
    const said = this.heard(worker, (each) => each.type === "ready");
    worker.postMessage({ type: "start", engine, record, general: this.general } satisfies Start);
    try {
      const last = await said;
      return last.type === "ready" ? last.quads : 0;
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  private heard(worker: Worker, isLast: (said: Said) => boolean): Promise<Said> {
    return new Promise((resolve, reject) => {
      this.refuse = reject;
      worker.onmessage = ({ data }: MessageEvent<Said>) => {
        if (data.type === "filling") this.filling(data.share);
        else if (data.type === "fault") reject(placed(data.words));
        else if (isLast(data)) resolve(data);
      };
      worker.onerror = (event) => {
        this.end(); // an engine that broke down answers nothing more
        reject(new Fault(event.message || "the engine broke down"));
      };
    });
  }

  private prefixed(text: string): string {
    const lines = Object.entries(this.prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`);
    return `${lines.join(" ")}\n${text}`;
  }
}

/** Return a fault with the place in the reader's own text, which the prefixes stand before. */
function placed(words: string): Fault {
  const found = /error at (\d+):(\d+): ([\s\S]*)/.exec(words);
  if (!found) return new Fault(words);
  return new Fault(found[3] ?? "", Math.max(1, Number(found[1]) - 1), Number(found[2]));
}
