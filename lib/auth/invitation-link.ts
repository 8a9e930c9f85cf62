import { env } from '../env.ts';

/** The address at which the invitation with this token is accepted. */
export const invitationLink = (token: string): string => `${env().baseUrl}/invitation/${token}`;
