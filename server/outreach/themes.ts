import { THEMES, type Theme } from './schema.ts'

/** As a worker reads them on a phone, and the group in the outcome. */
export const THEME_WORDS: Record<Theme, string> = {
  feeling_unsafe: 'Feeling unsafe here',
  transport_home: 'Getting home',
  dark_or_hidden: 'Dark or hidden corners',
  substances_around: 'Drugs or alcohol around',
  adults_around: 'Adults hanging around',
  vehicles_around: 'Cars stopping or waiting',
  fights_or_weapons: 'Fights or weapons',
  police_or_security: 'Police or security staff',
  nowhere_to_go: 'Nowhere else to go',
  activities_wanted: 'Activities wanted',
  trusted_adults: 'Adults they can trust',
  online_contact: 'Contact online',
  food_or_shelter: 'Hunger or shelter',
  not_wanting_home: 'Not wanting to go home',
  school_day: 'Being here in school hours',
  relationships: 'Relationships and consent',
  feeling_low: 'Stress or feeling low',
  money_or_work: 'Money or work',
}

export const THEME_CHOICES = THEMES.map((value) => ({ value, words: THEME_WORDS[value] }))

/** In how many sessions a theme came up, and how many young people were met in those. */
export interface ThemeCount {
  theme: Theme
  sessions: number
  contacts: number
}

/** What came up once, or where hardly anybody was met, may be one young person's own story: it is not told as the place's. */
const FEWEST_SESSIONS = 2
const FEWEST_CONTACTS = 5

/** The themes that leave the provider, the most frequent first, and how many more there are, each too rare to be named. */
export const toldThemes = (counts: readonly ThemeCount[]) => {
  const told = counts.filter(({ sessions, contacts }) => sessions >= FEWEST_SESSIONS && contacts >= FEWEST_CONTACTS)
  return {
    themes: told
      .toSorted((a, b) => b.sessions - a.sessions || THEMES.indexOf(a.theme) - THEMES.indexOf(b.theme))
      .map(({ theme, sessions }) => ({ theme, words: THEME_WORDS[theme], sessions })),
    rarerThemes: counts.length - told.length,
  }
}
