/** What in a text may tell who somebody is. */
export type IdentifyingKind =
  | 'reference'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'registration'
  | 'birth'
  | 'address'
  | 'number'
  | 'street'
  | 'name'
  | 'initials'
