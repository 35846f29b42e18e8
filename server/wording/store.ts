import { execute, query } from '../db.ts'

/** Places’ names, their other names, areas’, and the agencies of people in the service. */
export const knownNames = query<object, { name: string }>('wording/known-names')
/** Which of these digests somebody has answered for before, hexadecimal. */
export const remembered = query<{ digests: Buffer[] }, { digest: string }>('wording/remembered')
export const remember = execute<{ digests: Buffer[]; kinds: string[]; by: string; at: Date }>('wording/remember')
/** Which of these are numbers of the case system, by their keyed hashes; hexadecimal. */
export const caseNumbers = query<{ children: Buffer[]; episodes: Buffer[] }, { digest: string }>('wording/case-numbers')
