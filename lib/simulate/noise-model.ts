import type { NoiseLevel } from './sim-options.ts';

/** The shares of detectors.md 3.3. */
export interface NoiseModel {
  readonly missingShipment: number;
  readonly missingReceipt: number;
  readonly lateFile: number;
  readonly unrecordedTransfer: number;
  readonly lateCommissioning: number;
  readonly wrongUpload: number;
  readonly offlineCounters: number;
  readonly clockOrgs: number;
  readonly timeTravelOrgs: number;
  readonly badScannerOrgs: number;
  readonly mangledScan: number;
  readonly manualEntry: number;
  readonly typo: number;
  readonly repeatSupply: number;
  readonly neighbour: number;
  readonly duplicate: number;
  readonly unscanned: number;
}

const DEFAULT: NoiseModel = {
  ...{ missingShipment: 0.01, missingReceipt: 0.02, lateFile: 0.01, unrecordedTransfer: 0.002 },
  ...{ lateCommissioning: 0.01, wrongUpload: 0.004, offlineCounters: 0.05, clockOrgs: 0.015 },
  ...{ timeTravelOrgs: 0.003, badScannerOrgs: 0.01, mangledScan: 0.25, manualEntry: 0.003, typo: 0.05 },
  ...{ repeatSupply: 0.0006, neighbour: 0.0003, duplicate: 0.002, unscanned: 0.05 },
};

const STRESS: NoiseModel = {
  ...{ missingShipment: 0.07, missingReceipt: 0.25, lateFile: 0.05, unrecordedTransfer: 0.02 },
  ...{ lateCommissioning: 0.03, wrongUpload: 0.01, offlineCounters: 0.25, clockOrgs: 0.06 },
  ...{ timeTravelOrgs: 0.01, badScannerOrgs: 0.04, mangledScan: 0.25, manualEntry: 0.03, typo: 0.05 },
  ...{ repeatSupply: 0.003, neighbour: 0.0015, duplicate: 0.02, unscanned: 0.34 },
};

const none = (model: NoiseModel): NoiseModel =>
  Object.fromEntries(Object.keys(model).map((name) => [name, 0])) as unknown as NoiseModel;

/** The noise of a level. */
export const noiseModel = (level: NoiseLevel): NoiseModel =>
  level === 'none' ? none(DEFAULT) : level === 'default' ? DEFAULT : STRESS;
