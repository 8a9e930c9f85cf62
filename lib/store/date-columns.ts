import type { LocalDate } from '../kernel/local-date.ts';

/** Prisma writes and reads a day as its midnight in UTC. */
export const dateOfDay = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

/** What {@link dateOfDay} wrote. */
export const dayOfDate = (date: Date): LocalDate => date.toISOString().slice(0, 10) as LocalDate;
