import { ask, family as calls, type ComputersView } from '../ipc/client';

/** The family's other computers: one view, read again when the window is told that something is other. */
export class Computers {
  #view = $state.raw<ComputersView | null>(null);

  get view(): ComputersView | null {
    return this.#view;
  }

  async read(): Promise<void> {
    this.#view = await ask(calls().computers());
  }

  setSync = (on: boolean) => this.#then(calls().setSync(on));
  rename = (computer: string, name: string) => this.#then(calls().nameComputer(computer, name));
  listenAgain = (computer: string) => this.#then(calls().listenAgain(computer));
  forget = (computer: string) => this.#then(calls().forgetComputer(computer));
  letMineGo = (computer: string, passphrase: string) => this.#then(calls().letMineGo(computer, passphrase));
  keepMine = (computer: string) => this.#then(calls().keepMine(computer));

  async #then(answer: ReturnType<ReturnType<typeof calls>['computers']>): Promise<void> {
    this.#view = await ask(answer);
  }
}
