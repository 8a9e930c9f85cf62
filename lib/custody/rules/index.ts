import type { CustodyRule } from '../custody-rule.ts';
import { aContainerIsAtHand } from './a-container-is-at-hand.ts';
import { aCorrectionNamesWhatStands } from './a-correction-names-what-stands.ts';
import { aFinalStatusIsFinal } from './a-final-status-is-final.ts';
import { aLaterExpiryIsFlagged } from './a-later-expiry-is-flagged.ts';
import { aLiftNamesWhatStands } from './a-lift-names-what-stands.ts';
import { aLockedPackStays } from './a-locked-pack-stays.ts';
import { aPackIsWhereItsContainerIs } from './a-pack-is-where-its-container-is.ts';
import { aRecallLiftNamesWhatStands } from './a-recall-lift-names-what-stands.ts';
import { aRecalledBatchStays } from './a-recalled-batch-stays.ts';
import { aReceiptIsInferred } from './a-receipt-is-inferred.ts';
import { aSisterHeldIt } from './a-sister-held-it.ts';
import { aSupplyByANonHolderBindsOthers } from './a-supply-by-a-non-holder-binds-others.ts';
import { aWithdrawnProductStays } from './a-withdrawn-product-stays.ts';
import { anExpiredPackStays } from './an-expired-pack-stays.ts';
import { anUndoAtTheSameLocation } from './an-undo-at-the-same-location.ts';
import { anUndoWithinTenDays } from './an-undo-within-ten-days.ts';
import { anUnpackingIsInferred } from './an-unpacking-is-inferred.ts';
import { containersNestEightDeep } from './containers-nest-eight-deep.ts';
import { correctionsLeaveOthersApplied } from './corrections-leave-others-applied.ts';
import { destructionIsNeverUndone } from './destruction-is-never-undone.ts';
import { lateEventsLeaveOthersApplied } from './late-events-leave-others-applied.ts';
import { noContainerInItself } from './no-container-in-itself.ts';
import { noEventAheadOfItsRecord } from './no-event-ahead-of-its-record.ts';
import { noLateRingOfContainers } from './no-late-ring-of-containers.ts';
import { noUndoOfARecalledBatch } from './no-undo-of-a-recalled-batch.ts';
import { noUndoOfAStolenPack } from './no-undo-of-a-stolen-pack.ts';
import { noUndoOfAWithdrawnProduct } from './no-undo-of-a-withdrawn-product.ts';
import { noUndoOfAnExpiredPack } from './no-undo-of-an-expired-pack.ts';
import { nothingBeforeCommissioning } from './nothing-before-commissioning.ts';
import { oneCommissioningPerSerial } from './one-commissioning-per-serial.ts';
import { oneExpiryPerBatch } from './one-expiry-per-batch.ts';
import { onlyACounterSupplies } from './only-a-counter-supplies.ts';
import { onlyAManufacturerGivesFreeSamples } from './only-a-manufacturer-gives-free-samples.ts';
import { onlyARegulatorUndoesATheft } from './only-a-regulator-undoes-a-theft.ts';
import { onlyItsIssuerLiftsARecall } from './only-its-issuer-lifts-a-recall.ts';
import { onlyPacksAreSupplied } from './only-packs-are-supplied.ts';
import { onlyTheGtinHolderCommissions } from './only-the-gtin-holder-commissions.ts';
import { onlyTheGtinHolderOrARegulatorLocks } from './only-the-gtin-holder-or-a-regulator-locks.ts';
import { onlyTheGtinHolderOrARegulatorRecalls } from './only-the-gtin-holder-or-a-regulator-recalls.ts';
import { onlyTheHolderEndsIt } from './only-the-holder-ends-it.ts';
import { onlyTheHolderPacks } from './only-the-holder-packs.ts';
import { onlyTheHolderShips } from './only-the-holder-ships.ts';
import { onlyTheKeyHolderBeginsAContainer } from './only-the-key-holder-begins-a-container.ts';
import { onlyTheLockerOrARegulatorLifts } from './only-the-locker-or-a-regulator-lifts.ts';
import { onlyTheReporterCorrects } from './only-the-reporter-corrects.ts';
import { onlyTheSenderVoidsShipping } from './only-the-sender-voids-shipping.ts';
import { onlyWhatIsInsideIsUnpacked } from './only-what-is-inside-is-unpacked.ts';
import { onlyWhoAnswersForItReportsTheft } from './only-who-answers-for-it-reports-theft.ts';
import { onlyWhoAwaitsItReceives } from './only-who-awaits-it-receives.ts';
import { onlyWholesalersAndManufacturersExport } from './only-wholesalers-and-manufacturers-export.ts';
import { theSameContentIsOneEvent } from './the-same-content-is-one-event.ts';

/** Every rule of custody, in the order in which an answer names what it found. */
export const RULES = [
  onlyTheGtinHolderCommissions,
  onlyTheGtinHolderOrARegulatorRecalls,
  noEventAheadOfItsRecord,
  theSameContentIsOneEvent,
  oneCommissioningPerSerial,
  nothingBeforeCommissioning,
  onlyTheKeyHolderBeginsAContainer,
  onlyPacksAreSupplied,
  aFinalStatusIsFinal,
  aSupplyByANonHolderBindsOthers,
  onlyACounterSupplies,
  onlyTheHolderShips,
  onlyWhoAwaitsItReceives,
  onlyTheSenderVoidsShipping,
  onlyTheHolderEndsIt,
  onlyTheHolderPacks,
  aContainerIsAtHand,
  noContainerInItself,
  containersNestEightDeep,
  onlyWhatIsInsideIsUnpacked,
  onlyWholesalersAndManufacturersExport,
  onlyAManufacturerGivesFreeSamples,
  onlyWhoAnswersForItReportsTheft,
  onlyTheGtinHolderOrARegulatorLocks,
  aLiftNamesWhatStands,
  onlyTheLockerOrARegulatorLifts,
  aRecalledBatchStays,
  anExpiredPackStays,
  aWithdrawnProductStays,
  aLockedPackStays,
  aReceiptIsInferred,
  aSisterHeldIt,
  anUnpackingIsInferred,
  aPackIsWhereItsContainerIs,
  lateEventsLeaveOthersApplied,
  noLateRingOfContainers,
  aCorrectionNamesWhatStands,
  onlyTheReporterCorrects,
  destructionIsNeverUndone,
  onlyARegulatorUndoesATheft,
  anUndoWithinTenDays,
  anUndoAtTheSameLocation,
  noUndoOfARecalledBatch,
  noUndoOfAnExpiredPack,
  noUndoOfAWithdrawnProduct,
  noUndoOfAStolenPack,
  correctionsLeaveOthersApplied,
  aLaterExpiryIsFlagged,
  aRecallLiftNamesWhatStands,
  onlyItsIssuerLiftsARecall,
  oneExpiryPerBatch,
] as const satisfies readonly CustodyRule[];
