import { isCbvWordOrUri, isMeasurementType, isSensorAlert } from './cbv-word.ts';
import { both, isObject, listOf, objectOf } from './check-structure.ts';
import { anyText, boolean, type Check, dateTime, decimal, hexBinary, uri, wordOrUri } from './check-value.ts';
import { pointer } from './faults.ts';

const sensorMetadata = objectOf({
  fields: {
    time: dateTime,
    startTime: dateTime,
    endTime: dateTime,
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
  },
  others: 'prefixed',
});

const sensorReport = objectOf({
  fields: {
    type: wordOrUri(isMeasurementType, 'a measurement type'),
    exception: wordOrUri(isSensorAlert, 'a sensor alert'),
    deviceID: uri,
    deviceMetadata: uri,
    rawData: uri,
    dataProcessingMethod: uri,
    bizRules: uri,
    time: dateTime,
    microorganism: uri,
    chemicalSubstance: uri,
    coordinateReferenceSystem: uri,
    component: wordOrUri((text) => isCbvWordOrUri('component', text), 'a component'),
    value: decimal,
    stringValue: anyText,
    booleanValue: boolean,
    hexBinaryValue: hexBinary,
    uriValue: uri,
    minValue: decimal,
    maxValue: decimal,
    meanValue: decimal,
    sDev: decimal,
    percRank: decimal,
    percValue: decimal,
    uom: anyText,
  },
  others: 'prefixed',
});

/**
 * A report measures something or raises an exception (EPCIS 2.0 section 7.3.7.3; the XSD makes `type` optional for
 * the latter). GS1's JSON schema forgets it and demands `type` always.
 */
const typeOrException: Check = (value, path, faults) => {
  if (!isObject(value) || Object.hasOwn(value, 'type') || Object.hasOwn(value, 'exception')) return;
  faults.add('epcis/required', pointer(path, 'type'), 'type is missing, and there is no exception');
};

/** EPCIS 2.0 section 7.3.7: what a sensor measured, with its circumstances. */
export const checkSensorElement: Check = objectOf({
  fields: { sensorMetadata, sensorReport: listOf(both(sensorReport, typeOrException), { atLeastOne: true }) },
  required: ['sensorReport'],
  others: 'prefixed',
});
