/** The one place where the state lives: read it, change it, hear of changes. */

import type { AppState } from "./state";

export type Listener = (state: AppState, before: AppState) => void;

export class Store {
  private state: AppState;
  private readonly listeners = new Set<Listener>();

  constructor(first: AppState) {
    this.state = first;
  }

  get(): AppState {
    return this.state;
  }

  /** Take some new values; listeners hear of it at once, in the order in which they came. */
  set(changes: Partial<AppState>): void {
    const before = this.state;
    const after = { ...before, ...changes };
    const differs = (Object.keys(changes) as (keyof AppState)[]).some(
      (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
    );
    if (!differs) return;
    this.state = after;
    for (const listener of [...this.listeners]) listener(after, before);
  }

  /** Call a function after every change; returns what ends that. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
