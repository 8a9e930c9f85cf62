/** The benchmark's server runs beside its requests what the product's runs. */
export { register } from '../../instrumentation.ts';
