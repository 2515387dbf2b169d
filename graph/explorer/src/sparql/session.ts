/** What is being asked, and what came of it: kept while panels come and go. */

import type { App } from "../panels/registry";
import { type Asking, askingOf, type NamedQuery } from "./data";
import { Engine, Fault } from "./engine/engine";
import type { Solutions } from "./engine/messages";
import { namedText } from "./named";

export const LIMIT = 60_000;

export type Standing =
  | { is: "idle" | "asking" }
  | { is: "filling"; share: number }
  | { is: "ready"; quads: number }
  | { is: "answered"; seconds: number; rows: number }
  | { is: "fault"; fault: Fault };

export class Session {
  readonly asking: Asking;
  readonly engine: Engine;
  answer: Solutions | null = null;
  /** Text that the answer is to. */
  answered = "";
  standing: Standing = { is: "idle" };
  private readonly listeners = new Set<() => void>();

  constructor(readonly app: App) {
    this.asking = askingOf(app.atlas);
    const { prefixes, general } = this.asking;
    this.engine = new Engine(prefixes, general, (share) => this.stand({ is: "filling", share }));
  }

  /** Call a function whenever the standing changes. */
  hear(listener: () => void): void {
    this.listeners.add(listener);
  }

  get isBusy(): boolean {
    return this.standing.is === "filling" || this.standing.is === "asking";
  }

  start(): void {
    if (this.standing.is === "idle")
      this.filled().catch((problem: unknown) => this.failed(problem));
  }

  /** Fill the engine if it is not filled, as it is not after a stop. */
  async filled(): Promise<void> {
    if (this.standing.is === "idle" || this.standing.is === "fault") {
      this.stand({ is: "filling", share: 0 });
    }
    const quads = await this.engine.start();
    if (this.standing.is === "filling") this.stand({ is: "ready", quads });
  }

  async run(text: string): Promise<void> {
    try {
      await this.filled();
      this.stand({ is: "asking" });
      const began = performance.now();
      const answer = await this.engine.ask(text, LIMIT);
      this.answer = answer;
      this.answered = text;
      const seconds = (performance.now() - began) / 1000;
      this.stand({ is: "answered", seconds, rows: answer.rows.length });
    } catch (problem) {
      this.failed(problem);
    }
  }

  close(): void {
    this.answer = null;
    this.stand({ is: "idle" });
  }

  /** Keep values in the address; empty ones are left out. */
  keep(changes: Readonly<Record<string, string>>): void {
    const { store } = this.app;
    store.set({ extra: { ...store.get().extra, ...changes } });
  }

  named(name: string | undefined): NamedQuery | undefined {
    return this.asking.queries.find((each) => each.name === name);
  }

  /** Return the text of a named query with the values and the day that the state holds. */
  textOf(query: NamedQuery): string {
    const { extra, day } = this.app.store.get();
    const values = Object.fromEntries(
      query.parameters.map(({ name }) => [name, extra[`p-${name}`] ?? ""]),
    );
    return namedText(this.asking, query, values, this.asking.restricted ? null : day);
  }

  private failed(problem: unknown): void {
    const fault = problem instanceof Fault ? problem : new Fault(String(problem));
    this.stand({ is: "fault", fault });
  }

  private stand(standing: Standing): void {
    this.standing = standing;
    for (const listener of [...this.listeners]) listener();
  }
}

const sessions = new WeakMap<App, Session>();

/** Return the session of a page. */
export function sessionOf(app: App): Session {
  const found = sessions.get(app) ?? new Session(app);
  sessions.set(app, found);
  return found;
}
