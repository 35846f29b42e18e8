/** One user at a time, in the order they asked; nobody waits longer than the limit. */
export class Turns<User extends object> {
  #owner: User | null = null
  #waiting: { user: User; answer: (granted: boolean) => void }[] = []
  #waitLimitMs: number
  #onWait: () => void

  /** `onWait` is called each time somebody has to queue. */
  constructor(waitLimitMs: number, onWait: () => void) {
    this.#waitLimitMs = waitLimitMs
    this.#onWait = onWait
  }

  get owner(): User | null {
    return this.#owner
  }

  get isAnyoneWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** True when it is this user's turn; false after waiting too long or after `leave`. */
  async take(user: User): Promise<boolean> {
    if (this.#owner === user) return true
    if (this.#owner === null) {
      this.#owner = user
      return true
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.leave(user), this.#waitLimitMs)
      const answer = (granted: boolean) => {
        clearTimeout(timer)
        resolve(granted)
      }
      this.#waiting.push({ user, answer })
      this.#onWait()
    })
  }

  /** Takes a user out of the queue. */
  leave(user: User): void {
    const place = this.#waiting.findIndex((waiting) => waiting.user === user)
    if (place >= 0) this.#waiting.splice(place, 1)[0]?.answer(false)
  }

  /** Ends a user's turn, if it is theirs, and begins the next one's. */
  give(user: User): void {
    if (this.#owner !== user) return
    const next = this.#waiting.shift()
    this.#owner = next?.user ?? null
    next?.answer(true)
  }
}
