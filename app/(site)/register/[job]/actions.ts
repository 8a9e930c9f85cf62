'use server';

import { z } from 'zod';
import type {
  RegistrationCheck,
  RegistrationProgress,
  RowToMend,
} from '../../../../components/register/register-data.ts';
import type { ActionAnswer } from '../../../../components/ui/problem-data.ts';
import type { Result } from '../../../../lib/kernel/result.ts';
import { faultyRows, registration, registrationCheck } from '../../../../lib/queries/registration-screen.ts';
import {
  type ControlError,
  cancelRegistration,
  leaveOutFaultyRows,
  mendRegistrationRow,
  startRegistration,
} from '../../../../lib/service/registration/control-registration.ts';
import { MALFORMED, refused, titleOf } from '../../../session/action-problem.ts';
import { requireScope } from '../../../session/require-scope.ts';

const NOT_FOUND = refused({ code: 'not-found', title: 'There is no such registration.' });

const found = <T>(value: T | undefined): ActionAnswer<T> =>
  value === undefined ? NOT_FOUND : { ok: true, value };

/** How far a registration of the own organisation is. */
export async function registrationProgress(job: string): Promise<ActionAnswer<RegistrationProgress>> {
  return found(await registration(await requireScope(), String(job)));
}

/** What is to be looked at before it begins. */
export async function checkOf(job: string): Promise<ActionAnswer<RegistrationCheck>> {
  return found(await registrationCheck(await requireScope(), String(job)));
}

/** The first of its faulty rows. */
export async function faultsOf(job: string): Promise<ActionAnswer<readonly RowToMend[]>> {
  return found(await faultyRows(await requireScope(), String(job)));
}

const ID = z.string().regex(/^[0-9a-f]{32}$/);
const ROW = z.int().min(1).max(1_000_000);

/** Writes another serial into a faulty row. */
export async function mendFaulty(job: string, row: number, serial: string): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = z.tuple([ID, ROW, z.string().max(100)]).safeParse([job, row, serial]);
  if (!read.success) return MALFORMED;
  return told(await mendRegistrationRow(scope, read.data[0], { row: read.data[1], serial: read.data[2] }));
}

/** Leaves out faulty rows, all of them where none are named. */
export async function leaveOutFaulty(
  job: string,
  rows: readonly number[] | null,
): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = z.tuple([ID, z.array(ROW).max(100).nullable()]).safeParse([job, rows]);
  if (!read.success) return MALFORMED;
  return told(await leaveOutFaultyRows(scope, read.data[0], read.data[1] ?? undefined));
}

/** Registers the packs of a checked registration. */
export async function startChecked(job: string): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = ID.safeParse(job);
  return read.success ? told(await startRegistration(scope, read.data)) : MALFORMED;
}

/** Cancels a registration before its packs are stored. */
export async function cancelUnfinished(job: string): Promise<ActionAnswer<null>> {
  const scope = await requireScope();
  const read = ID.safeParse(job);
  return read.success ? told(await cancelRegistration(scope, read.data)) : MALFORMED;
}

function told(done: Result<unknown, ControlError>): ActionAnswer<null> {
  if (done.ok) return { ok: true, value: null };
  const { error } = done;
  const code = error.code === 'capture/not-yours' ? error.refusal.code : error.code;
  return code === 'registration/unknown' ? NOT_FOUND : refused({ code, title: titleOf(code) });
}
