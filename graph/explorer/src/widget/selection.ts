/** What is chosen, shared with Python: `selection` of the model. */

import type { Model } from "./model";

export class Choice {
  constructor(private readonly model: Model) {}

  ids(): string[] {
    const found = this.model.get("selection");
    return Array.isArray(found) ? found.map(String) : [];
  }

  has(id: string): boolean {
    return this.ids().includes(id);
  }

  set(ids: readonly string[]): void {
    this.model.set("selection", [...ids]);
    this.model.save_changes();
  }

  /** Add ids, or take them away if all of them are chosen. */
  toggle(ids: readonly string[]): void {
    const chosen = this.ids();
    const rest = chosen.filter((id) => !ids.includes(id));
    this.set(ids.every((id) => chosen.includes(id)) ? rest : [...rest, ...ids]);
  }
}
