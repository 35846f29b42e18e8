import { z } from 'zod'

/** Words that the writer has looked at and keeps: they identify nobody. Beside every free text that partners read. */
export const CheckedWords = z.array(z.string().min(1).max(200)).max(100).optional()
