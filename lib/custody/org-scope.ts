import type { Gln } from '../gs1/gln.ts';
import type { Brand } from '../kernel/brand.ts';

/** What an organisation can be in the supply chain (custody.md 5). */
export const ORGANISATION_ROLES = [
  'manufacturer',
  'contract-manufacturer',
  'logistics',
  'wholesaler',
  'pharmacy',
  'hospital',
  'clinic',
  'regulator',
  'auditor',
] as const;

export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** What a user can be inside an organisation, who may do most first (custody.md 5). */
export const USER_ROLES = ['admin', 'operator', 'viewer'] as const;

export type UserRole = (typeof USER_ROLES)[number];

/** The world that records belong to: 0 is the real one, every sandbox organisation has one of its own. */
export type Realm = Brand<number, 'Realm'>;

/**
 * Proof of who speaks, from where and for what purpose. Only `lib/auth` mints it; every tenant read and
 * every write takes it, so that a page, an API key and a test end in the same type.
 */
export type OrgScope = Brand<
  {
    readonly organisation: Gln;
    readonly organisationRole: OrganisationRole;
    readonly realm: Realm;
    /** A sandbox organisation may report about any party and any product inside its own realm. */
    readonly sandbox: boolean;
    readonly userRole: UserRole;
    /** The one location the session or key is bound to; `undefined` only where bound expressly to the whole organisation. */
    readonly location: Gln | undefined;
    /** ISO 3166-1 alpha-2 of the organisation: what a regulator's reach is tested against. */
    readonly country: string;
    /** `user:<id>` or `key:<id>`: who is answerable, for logs of use. Never shown to other organisations. */
    readonly actor: string;
    readonly purpose: 'operations' | 'inspection' | 'audit' | 'administration';
  },
  'OrgScope'
>;
