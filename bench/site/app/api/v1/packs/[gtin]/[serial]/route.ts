/** The product's own route. */
export { GET, PATCH } from '../../../../../../../../app/api/v1/packs/[gtin]/[serial]/route.ts';
