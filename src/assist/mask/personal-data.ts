/** Kinds of personal data that are found. */
export type PersonalDataKind =
  | 'resident-id' | 'old-resident-id' | 'bank-card' | 'iban' | 'mobile' | 'phone' | 'ssn' | 'passport' | 'email' | 'address' | 'plate';

/** Personal data in a normalised text. */
export interface PersonalRange {
  kind: PersonalDataKind;
  start: number;
  end: number;
}
