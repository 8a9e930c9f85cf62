/** The vocabularies of CBV 2.0 that EPCIS fields take their words from. */
export type CbvKind =
  | 'bizStep'
  | 'disposition'
  | 'bizTransactionType'
  | 'sourceOrDestinationType'
  | 'errorReason'
  | 'component';

/** A vocabulary: its words, and how they are spelled as URN and on the web. */
interface CbvVocabulary {
  readonly urn: string;
  readonly web: string;
  readonly words: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** CBV 2.0 sections 7.1 to 7.5. */
export const CBV_WORDS: Readonly<Record<CbvKind, CbvVocabulary>> = {
  bizStep: {
    urn: 'bizstep',
    web: 'BizStep',
    words: words(`
      accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting
      decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting
      installing killing loading other packing picking receiving removing repackaging repairing replacing
      reserving retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing
      transporting unloading unpacking void_shipping`),
  },
  disposition: {
    urn: 'disp',
    web: 'Disp',
    words: words(`
      active available completeness_inferred completeness_verified conformant container_closed container_open
      damaged destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_class
      mismatch_instance mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other
      partially_dispensed recalled reserved retail_sold returned sellable_accessible sellable_not_accessible
      stolen unavailable unknown`),
  },
  bizTransactionType: {
    urn: 'btt',
    web: 'BTT',
    words: words('bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt'),
  },
  sourceOrDestinationType: {
    urn: 'sdt',
    web: 'SDT',
    words: words('location owning_party possessing_party'),
  },
  errorReason: { urn: 'er', web: 'ER', words: words('did_not_occur incorrect_data') },
  component: {
    urn: 'comp',
    web: 'Comp',
    words: words(`
      x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude
      longitude altitude`),
  },
};

/** Measurement types of the GS1 web vocabulary (EPCIS 2.0 section 7.3.7); the last two stand in published documents but not in GS1's schema. */
export const MEASUREMENT_TYPES = words(`
  AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude AmountOfSubstance
  AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance
  Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity
  ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency
  Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux
  LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration MassFlowRate
  MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power Pressure RadiantFlux
  RadiantIntensity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume Speed SurfaceDensity
  SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction VolumetricFlux Wavenumber
  Molar_concentration EffectiveDoseRate`);

/** What a sensor report may raise (EPCIS 2.0 section 7.3.7.3). */
export const SENSOR_ALERTS = words('ALARM_CONDITION ERROR_CONDITION');
